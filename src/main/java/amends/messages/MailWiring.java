package amends.messages;

import amends.journal.Journal;
import amends.messages.email.courier.Relay;
import amends.messages.email.courier.RelayOptions;
import amends.messages.email.door.Door;
import amends.messages.email.door.DoorOptions;
import amends.shared.Acts;
import amends.shared.Settings;
import amends.shared.WorkLine;
import amends.shared.WorkRows;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
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
  Arrivals arrivals(ArrivalRows rows, Acts acts, Journal journal, Senders senders) {
    return new Arrivals(rows, acts, journal, senders);
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
      Acts acts, InboundRows inbound, Reading reading, InstantSource clock) {
    return new InboundReading.Tools(acts, inbound, reading, clock);
  }

  @Bean(destroyMethod = "close")
  InboundReading inboundReading(
      InboundReading.Tools tools, JdbcClient sql, ObjectProvider<Intake> intake, Nudges nudges) {
    WorkRows rows = new WorkRows(sql, tools.clock(), "inbound");
    return new InboundReading(tools, rows, SingletonSupplier.of(intake::getObject), nudges.reading);
  }

  @Bean
  Deliveries deliveries(
      JdbcClient sql, InstantSource clock, Journal journal, ApplicationEventPublisher events) {
    return new Deliveries(sql, clock, journal, events);
  }

  @Bean(destroyMethod = "close")
  Courier courier(CourierParts parts, Settings settings, MailStates states, Nudges nudges) {
    return new Courier(parts.with(relay(settings)), states::heldBack, nudges.courier);
  }

  @Bean
  CourierParts courierParts(
      Acts acts,
      Deliveries deliveries,
      Letters letters,
      InstantSource clock,
      RandomGenerator random) {
    return new CourierParts(acts, deliveries, letters, clock, random);
  }

  @Bean
  WorkLine mailToRead(JdbcClient sql, InstantSource clock) {
    return new WorkLine("inbound", new WorkRows(sql, clock, "inbound"));
  }

  @Bean
  WorkLine mailToSend(JdbcClient sql, InstantSource clock) {
    return new WorkLine("delivery", new WorkRows(sql, clock, "delivery"));
  }

  record CourierParts(
      Acts acts,
      Deliveries deliveries,
      Letters letters,
      InstantSource clock,
      RandomGenerator random) {
    Courier.Tools with(@Nullable Relay relay) {
      return new Courier.Tools(acts, deliveries, letters, relay, clock, random);
    }
  }

  static @Nullable Relay relay(Settings settings) {
    Settings.Smtp server = settings.smtp();
    return server == null ? null : new Relay(new RelayOptions(server, settings.mailDomain()));
  }
}
