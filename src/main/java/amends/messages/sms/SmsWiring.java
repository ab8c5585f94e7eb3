package amends.messages.sms;

import amends.messages.Callbacks;
import amends.messages.Connections;
import amends.messages.Courier;
import amends.messages.Couriers;
import amends.messages.HttpCarrier;
import amends.messages.MassCourier;
import amends.messages.Medium;
import amends.messages.Pace;
import amends.shared.net.Wire;
import amends.staff.Staff;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the text messages together. */
@Configuration(proxyBeanMethods = false)
class SmsWiring {
  @Bean
  SmsCarrier smsCarrier(
      Connections connections,
      Wire providerWire,
      InstantSource clock,
      Callbacks callbacks,
      Staff staff) {
    return new SmsCarrier(
        connections,
        new HttpCarrier(providerWire, connections),
        new Pace(connections, Medium.SMS, clock),
        callbacks,
        staff);
  }

  @Bean(destroyMethod = "close")
  Courier smsCourier(Couriers couriers, SmsCarrier smsCarrier) {
    return couriers.of(smsCarrier);
  }

  @Bean(destroyMethod = "close")
  MassCourier smsMassCourier(Couriers couriers, SmsCarrier smsCarrier) {
    return couriers.ofMany(smsCarrier);
  }
}
