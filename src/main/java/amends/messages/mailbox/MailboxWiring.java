package amends.messages.mailbox;

import amends.shared.Acts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what reads mailboxes. */
@Configuration(proxyBeanMethods = false)
class MailboxWiring {
  @Bean
  Watching watching(InstantSource clock, RandomGenerator random) {
    return new Watching(clock, random);
  }

  /** The outside of a watch. */
  record Watching(InstantSource clock, RandomGenerator random) {}

  @Bean
  Watch.Tools watchTools(
      Acts acts, Reins reins, Gathering gathering, Passes passes, Watching outside) {
    return new Watch.Tools(
        acts, reins, gathering, passes, outside.clock(), outside.random(), Duration.ofSeconds(60));
  }

  @Bean(destroyMethod = "close")
  MailboxDuty mailboxDuty(Watch.Tools tools, MailboxRows rows) {
    return new MailboxDuty(tools, rows, MailboxDuty.Times.USUAL);
  }
}
