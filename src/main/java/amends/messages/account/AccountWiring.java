package amends.messages.account;

import amends.journal.Journal;
import amends.shared.Acts;
import amends.shared.KeyRing;
import amends.shared.Settings;
import amends.shared.Tokens;
import amends.shared.net.Hosts;
import amends.shared.net.Wire;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what fetches tokens. */
@Configuration(proxyBeanMethods = false)
class AccountWiring {
  private static final Duration LONGEST = Duration.ofSeconds(15);

  @Bean
  TokenCalls tokenCalls(Settings settings) {
    Hosts hosts = new Hosts(settings.hookHosts(), InetAddress::getAllByName);
    return new TokenCalls(new Wire(hosts, LONGEST));
  }

  @Bean
  Endpoints mailEndpoints(Settings settings) {
    return new Endpoints(settings.mailWays());
  }

  @Bean
  AccountTokens.Tools accountTools(KeyRing keys, InstantSource clock, Journal journal) {
    return new AccountTokens.Tools(keys, clock, journal);
  }

  @Bean
  AccountTokens accountTokens(
      AccountRows rows,
      Acts acts,
      AccountTokens.Tools tools,
      Endpoints endpoints,
      TokenCalls calls) {
    return new AccountTokens(rows, acts, tools, endpoints, calls);
  }

  @Bean
  Accounts.Outside accountsOutside(
      Settings settings, Tokens chance, Endpoints endpoints, TokenCalls calls) {
    return new Accounts.Outside(settings, chance, endpoints, calls);
  }

  @Bean
  Accounts accounts(AccountRows rows, AccountTokens tokens, Acts acts, Accounts.Outside outside) {
    return new Accounts(rows, tokens, acts, outside);
  }

  @Bean
  AccountDuty accountDuty(AccountRows rows, AccountTokens tokens, AccountAlerts alerts) {
    return new AccountDuty(rows, tokens, alerts);
  }
}
