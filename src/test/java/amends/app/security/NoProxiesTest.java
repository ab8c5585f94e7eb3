package amends.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import amends.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyProcessorSupport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DatabaseTest
class NoProxiesTest {
  @Autowired ApplicationContext context;

  /** What one reads is what runs: nothing may wrap our beans. */
  @Test
  void nothingMakesProxiesOfBeans() {
    assertThat(context.getBeansOfType(ProxyProcessorSupport.class)).isEmpty();
  }
}
