package amends.messages;

import amends.journal.Journal;
import amends.messages.email.courier.Relay;
import amends.messages.email.courier.RelayOptions;
import amends.messages.email.door.Door;
import amends.messages.email.door.DoorOptions;
import amends.messages.sender.Relays;
import amends.messages.trust.Scales;
import amends.shared.Acts;
import amends.shared.Settings;
import amends.shared.WorkLine;
import amends.shared.WorkRows;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;

/** Puts the mail's machinery together: the door, the readers, the couriers. */
@Configuration(proxyBeanMethods = false)
class MailWiring {
  @Bean
  Arrivals arrivals(ArrivalRows rows, Acts acts, Senders senders, Scales scales) {
    return new Arrivals(rows, acts, senders, scales);
  }

  @Bean
  Door door(Settings settings, Arrivals arrivals, Nudges nudges) {
    DoorOptions options =
        new DoorOptions(
            settings.mail().address(),
            settings.mail().port(),
            settings.maxMailBytes(),
            settings.mailDomain());
    return new Door(options, arrivals.nudging(nudges.reading));
  }

  @Bean
  InboundReading.Tools readingTools(
      Acts acts, InboundRows inbound, Reading reading, InstantSource clock, Scales scales) {
    return new InboundReading.Tools(acts, inbound, reading, clock, scales);
  }

  @Bean(destroyMethod = "close")
  InboundReading inboundReading(
      InboundReading.Tools tools, JdbcClient sql, ObjectProvider<Intake> intake, Nudges nudges) {
    WorkRows rows = new WorkRows(sql, tools.clock(), "inbound");
    return new InboundReading(tools, rows, SingletonSupplier.of(intake::getObject), nudges.reading);
  }

  @Bean
  Deliveries deliveries(
      JdbcClient sql,
      InstantSource clock,
      Journal journal,
      ApplicationEventPublisher events,
      Failures failures) {
    return new Deliveries(sql, clock, journal, events, failures);
  }

  @Bean
  EmailCarrier emailCarrier(Letters letters, Relays relays) {
    return new EmailCarrier(
        letters,
        new EmailCarrier.Servers() {
          @Override
          public boolean any() {
            return relays.any();
          }

          @Override
          public int free() {
            return relays.free();
          }

          @Override
          public @Nullable Relay of(long brandId) {
            return relays.of(brandId);
          }
        });
  }

  @Bean(destroyMethod = "close")
  Courier courier(Couriers couriers, EmailCarrier emailCarrier) {
    return couriers.of(emailCarrier);
  }

  @Bean(destroyMethod = "close")
  MassCourier massCourier(Couriers couriers, EmailCarrier emailCarrier) {
    return couriers.ofMany(emailCarrier);
  }

  @Bean
  WorkLine mailToRead(JdbcClient sql, InstantSource clock) {
    return new WorkLine("inbound", new WorkRows(sql, clock, "inbound"));
  }

  @Bean
  WorkLine mailToSend(JdbcClient sql, InstantSource clock) {
    return new WorkLine("delivery", new WorkRows(sql, clock, "delivery").among("mass", "false"));
  }

  static @Nullable Relay relay(Settings settings) {
    Settings.Smtp server = settings.smtp();
    return server == null ? null : new Relay(new RelayOptions(server, settings.mailDomain()));
  }
}
