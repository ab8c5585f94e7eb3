package amends.remedies.fulfilment;

import amends.shared.WorkLine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the health page see how much waits to be paid. */
@Configuration(proxyBeanMethods = false)
class PayWiring {
  @Bean
  WorkLine attemptsThatWait(AttemptRows rows) {
    return new WorkLine("attempt", rows.rows());
  }
}
