package amends.messages.trust;

import amends.shared.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what weighs mail. */
@Configuration(proxyBeanMethods = false)
class TrustWiring {
  /** Without the DNS there are no keys, and no signature is good. */
  @Bean
  Names mailNames(Settings settings) {
    return settings.mailWays().dns() ? new DnsNames(new DnsTextRecords()) : Names.NONE;
  }

  @Bean
  Scales scales(Names records, Settings settings) {
    return new Scales(records, settings::mailWays);
  }
}
