package amends.promises;

import amends.shared.Sql;
import amends.time.Alarms;
import amends.time.Bell;
import amends.time.Rung;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a booking waits for has not come by when it was expected: waiting is no silence. */
@Component
final class Expecting implements Bell {
  private static final String BELL = "booking.expected";

  private final JdbcClient sql;
  private final Alarms alarms;
  private final ApplicationEventPublisher events;

  Expecting(JdbcClient sql, Alarms alarms, ApplicationEventPublisher events) {
    this.sql = sql;
    this.alarms = alarms;
    this.events = events;
  }

  void until(long booking, Instant expectedBy) {
    alarms.set(BELL, Booking.subject(booking), expectedBy);
  }

  void noLonger(long booking) {
    alarms.silence(BELL, Booking.subject(booking));
  }

  @Override
  public String name() {
    return BELL;
  }

  @Override
  public void ring(List<Rung> due, Instant now) {
    List<Booking> silent =
        sql.sql(
                """
                select * from booking
                where id = any(:ids) and waits_for is not null and met_at is null and done_at is null
                  and cancelled_at is null and expected_by <= :now
                order by id
                """)
            .param("ids", due.stream().map(rung -> rung.guards().id()).toArray(Long[]::new))
            .param("now", Sql.at(now))
            .query(BookingRows::read)
            .list();
    if (!silent.isEmpty()) {
      events.publishEvent(new BookingsNotBegun(silent));
    }
  }
}
