package amends.app.demo;

import amends.app.MinuteChecks;
import amends.cases.Breaches;
import amends.cases.Cases;
import amends.cases.Forewarnings;
import amends.cases.Queue;
import amends.complaints.Complaints;
import amends.complaints.Letters;
import amends.complaints.Switches;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.StopMarks;
import amends.messages.Catcher;
import amends.messages.Messages;
import amends.messages.email.door.Door;
import amends.promises.Bookings;
import amends.promises.Disruptions;
import amends.remedies.Arrivals;
import amends.remedies.Authority;
import amends.remedies.Backings;
import amends.remedies.Catalogue;
import amends.remedies.Causes;
import amends.remedies.Offers;
import amends.remedies.Remedies;
import amends.remedies.fulfilment.Shipments;
import amends.remedies.fulfilment.Tries;
import amends.shared.Duty;
import amends.shared.Settings;
import amends.shared.Texts;
import amends.shared.WorkLine;
import amends.staff.FirstStart;
import amends.staff.Permits;
import amends.staff.Staff;
import amends.time.AlarmClock;
import amends.time.Calendars;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of a demo: its clock, its people, its mail that never leaves the house. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "amends.demo", havingValue = "true")
class DemoWiring {
  private static final Set<String> LEISURELY = Set.of("notices", "jobs");

  @Bean
  DemoClock clock() {
    return new DemoClock(InstantSource.system());
  }

  @Bean
  FernhillWorld.Rooms demoRooms(
      Staff staff, FirstStart door, Customers customers, Goods goods, Calendars calendars) {
    return new FernhillWorld.Rooms(staff, door, customers, goods, calendars);
  }

  @Bean
  FernhillWorld.Doors demoDoors(
      Door door, Catcher catcher, Settings settings, MinuteChecks checks) {
    Settings.Smtp smtp = settings.smtp();
    if (smtp != null) {
      catcher.open(smtp.port());
    }
    return new FernhillWorld.Doors(door, catcher, settings, checks);
  }

  @Bean
  Desk.Formal demoFormal(Switches switches, Complaints complaints, Letters letters, Texts texts) {
    return new Desk.Formal(switches, complaints, letters, texts);
  }

  @Bean
  Right.Shelf demoShelf(
      Catalogue catalogue, Causes causes, Authority authority, Goods goods, StopMarks marks) {
    return new Right.Shelf(catalogue, causes, authority, goods, marks);
  }

  @Bean
  Right.Told demoTold(
      Tries tries,
      Shipments shipments,
      ApplicationEventPublisher events,
      InstantSource clock,
      Arrivals arrivals) {
    return new Right.Told(tries, shipments, events, clock, arrivals);
  }

  @Bean
  Right demoRight(
      Remedies remedies, Offers offers, Backings backings, Right.Shelf shelf, Right.Told told) {
    return new Right(remedies, offers, backings, shelf, told);
  }

  @Bean
  Elsewhere demoElsewhere(
      Bookings bookings, Disruptions disruptions, Forewarnings forewarnings, Breaches breaches) {
    return new Elsewhere(bookings, disruptions, forewarnings, breaches);
  }

  @Bean
  Desk demoDesk(
      Cases cases,
      Queue queue,
      Messages messages,
      Permits permits,
      InstantSource clock,
      Desk.Formal formal,
      Right right,
      Elsewhere elsewhere) {
    return new Desk(cases, queue, messages, permits, clock, formal, right, elsewhere);
  }

  @Bean
  Stagehand demoStagehand(
      JdbcClient sql, AlarmClock alarms, List<WorkLine> lines, DemoClock clock, List<Duty> duties) {
    // These go to work at leisure; a fortnight in seconds has none.
    List<Duty> leisurely = duties.stream().filter(d -> LEISURELY.contains(d.name())).toList();
    return new Stagehand(sql, alarms, lines, clock::put, () -> leisurely.forEach(Duty::perform));
  }

  @Bean
  FernhillWorld fernhillWorld(
      FernhillWorld.Rooms rooms,
      Desk desk,
      FernhillWorld.Doors doors,
      Stagehand hand,
      DemoClock clock) {
    return new FernhillWorld(rooms, desk, doors, hand, clock::release);
  }
}
