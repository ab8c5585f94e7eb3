package amends.messages;

import amends.shared.Settings;
import amends.shared.net.Hosts;
import amends.shared.net.Wire;
import java.net.InetAddress;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to providers: addresses that an operator typed are looked at before they are called. */
@Configuration(proxyBeanMethods = false)
class ChannelWiring {
  private static final Duration LONGEST_CALL = Duration.ofSeconds(15);

  @Bean
  Hosts providerHosts(Settings settings) {
    return new Hosts(settings.hookHosts(), InetAddress::getAllByName);
  }

  @Bean(destroyMethod = "close")
  Wire providerWire(Hosts providerHosts) {
    return new Wire(providerHosts, LONGEST_CALL);
  }
}
