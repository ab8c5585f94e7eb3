package amends.app.security;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.Session;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions in the database. Made here, because the library's own wiring asks the database what it
 * is and reads the error codes of a dozen others from XML before the doors open.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class Sessions {
  /** Of strangers; signing in opens a session of its own with its own end. */
  static final Duration UNUSED = Duration.ofMinutes(10);

  @Bean
  JdbcIndexedSessionRepository keptSessions(JdbcTemplate jdbc, PlatformTransactionManager manager) {
    var own = new TransactionTemplate(manager);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    var sessions = new JdbcIndexedSessionRepository(jdbc, new SessionActs(own));
    sessions.setDefaultMaxInactiveInterval(UNUSED);
    // Ended ones are cleaned by a duty of ours.
    sessions.setCleanupCron("-");
    // Two requests of one session may write the same attribute at once.
    new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
    return sessions;
  }

  @Bean
  @Primary
  SeldomMarked<? extends Session> sessionRepository(JdbcIndexedSessionRepository kept) {
    return new SeldomMarked<>(kept);
  }
}
