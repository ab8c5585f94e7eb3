package amends.app.hooks;

import amends.journal.Journal;
import amends.shared.Acts;
import amends.shared.Chore;
import amends.shared.FixedPeriod;
import amends.shared.KeyRing;
import amends.shared.OutboxHold;
import amends.shared.Settings;
import amends.shared.Texts;
import amends.shared.WorkLine;
import amends.shared.WorkRows;
import amends.shared.net.Hosts;
import amends.shared.net.Wire;
import amends.staff.ApiTokens;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the parts of the hooks together. */
@Configuration(proxyBeanMethods = false)
class HookWiring {
  private static final Duration LONGEST_CALL = Duration.ofSeconds(15);
  private static final Duration KEPT = Duration.ofDays(30);

  @Bean
  HookTools hookTools(JdbcClient sql, InstantSource clock, Settings settings, KeyRing keys) {
    return new HookTools(
        new HookRows(sql),
        new HookCalls(sql, clock),
        new Hosts(settings.hookHosts(), InetAddress::getAllByName),
        keys);
  }

  @Bean
  HookFeed hookFeed(
      Acts acts, Journal journal, HookTools tools, JdbcClient sql, Settings settings) {
    return new HookFeed(acts, journal, tools, new HookEvents(sql, settings.baseUrl().toString()));
  }

  @Bean
  HookCourier hookCourier(
      Acts acts, Hooks hooks, HookTools tools, InstantSource clock, OutboxHold hold) {
    Wire wire = new Wire(tools.hosts(), LONGEST_CALL);
    return new HookCourier(acts, hooks, tools, clock, new HookCourier.Line(wire, hold));
  }

  @Bean
  InRows inRows(JdbcClient sql) {
    return new InRows(sql);
  }

  @Bean
  InReader.Hands inHands(InDeeds deeds, ApiTokens tokens, Texts texts) {
    return new InReader.Hands(deeds, tokens, texts);
  }

  @Bean
  InReader inReader(
      Acts acts,
      @Qualifier("hookArrivalsThatWait") WorkLine arrivals,
      InHooks.Store store,
      InReader.Hands hands,
      InstantSource clock) {
    return new InReader(acts, arrivals.rows(), store, hands, clock);
  }

  @Bean
  WorkLine hookArrivalsThatWait(JdbcClient sql, InstantSource clock) {
    return new WorkLine("hook_arrival", new WorkRows(sql, clock, "hook_arrival"));
  }

  @Bean
  WorkLine hookCallsThatWait(HookTools tools) {
    return new WorkLine("hook_call", tools.calls().rows());
  }

  @Bean
  Chore forgottenHookCalls(HookTools tools, Acts acts, InstantSource clock) {
    return new Chore() {
      @Override
      public String name() {
        return "app.forget-hook-calls";
      }

      @Override
      public Duration every() {
        return Duration.ofDays(1);
      }

      @Override
      public List<FixedPeriod> keeps() {
        return List.of(new FixedPeriod("calls", KEPT));
      }

      @Override
      public void perform() {
        acts.run(() -> tools.calls().forget(clock.instant().minus(KEPT)));
      }
    };
  }
}
