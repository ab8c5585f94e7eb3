package amends.messages.trust;

import amends.shared.Settings;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what weighs mail. */
@Configuration(proxyBeanMethods = false)
class TrustWiring {
  /** Without the DNS there are no keys, and no signature is good. */
  @Bean
  TextRecords textRecords(Settings settings) {
    return settings.mailWays().dns() ? new DnsTextRecords() : name -> List.of();
  }

  @Bean
  Scales scales(TextRecords records, Settings settings) {
    return new Scales(records, settings::mailWays);
  }
}
