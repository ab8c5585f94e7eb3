package amends.customers;

import amends.shared.Subject;
import amends.time.Alarms;
import amends.time.Bell;
import amends.time.Rung;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A need is a state with an end: on the day of its review somebody is told to look. */
@Component
final class NeedBell implements Bell {
  private static final String BELL = "need.review";

  private final JdbcClient sql;
  private final Alarms alarms;
  private final ApplicationEventPublisher events;

  NeedBell(JdbcClient sql, Alarms alarms, ApplicationEventPublisher events) {
    this.sql = sql;
    this.alarms = alarms;
    this.events = events;
  }

  void at(long need, Instant reviewAt) {
    alarms.set(BELL, Subject.of("need", need), reviewAt);
  }

  void noLonger(long need) {
    alarms.silence(BELL, Subject.of("need", need));
  }

  @Override
  public String name() {
    return BELL;
  }

  @Override
  public void ring(List<Rung> due, Instant now) {
    List<Need> toLookAt =
        Needs.due(sql, due.stream().map(rung -> rung.guards().id()).toList(), now);
    if (!toLookAt.isEmpty()) {
      events.publishEvent(new NeedsDue(toLookAt));
    }
  }
}
