package amends.app;

import amends.shared.Acts;
import amends.shared.Tokens;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What every room is given: the clock, randomness, acts. */
@Configuration(proxyBeanMethods = false)
class Wiring {
  /** The demo brings a clock of its own, which starts some days ago. */
  @Bean
  @ConditionalOnProperty(name = "amends.demo", havingValue = "false", matchIfMissing = true)
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  RandomGenerator random() {
    return new SecureRandom();
  }

  @Bean
  Tokens tokens(RandomGenerator random) {
    return new Tokens(random);
  }

  @Bean
  TransactionTemplate transactions(PlatformTransactionManager manager) {
    return new TransactionTemplate(manager);
  }

  /** Whatever stays prepared is read for its parameters once, too. */
  @Bean
  NamedParameterJdbcTemplate statements(JdbcTemplate jdbc) {
    var statements = new NamedParameterJdbcTemplate(jdbc);
    statements.setCacheLimit(Jdbc.STATEMENTS);
    return statements;
  }

  @Bean
  Acts acts(TransactionTemplate transactions, JdbcClient sql) {
    return new Acts(transactions, sql);
  }
}
