package amends.promises;

import amends.shared.Sql;
import amends.staff.PersonLeft;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A colleague has left. What they had accepted to do nobody does any more, and the visits that they
 * were to make are their team's: what was promised on either is in danger from that moment on.
 */
@Component
final class Leaving {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Promises promises;
  private final BookingPromises bookings;
  private final Dangers dangers;

  Leaving(
      JdbcClient sql,
      InstantSource clock,
      Promises promises,
      BookingPromises bookings,
      Dangers dangers) {
    this.sql = sql;
    this.clock = clock;
    this.promises = promises;
    this.bookings = bookings;
    this.dangers = dangers;
  }

  /** What is told of it. */
  @Component
  record Dangers(Risks risks, UndertakingGuard guard) {}

  @EventListener
  void on(PersonLeft event) {
    for (Undertaking theirs : declined(event.personId())) {
      dangers.guard().answered(theirs, "undertaking.declined", event.by());
      dangers.risks().restingOn(theirs.id(), "", event.by());
    }
    for (Booking theirs : leftToTeam(event.personId())) {
      promises.handOver(theirs.asSubject(), Owner.team(theirs.sheet().whose().team()));
      bookings.noted("booking.left_to_team", theirs.id(), event.by());
      Long promise = theirs.promiseId();
      if (promise != null) {
        dangers
            .risks()
            .raise(promise, new Risks.Cause(Risks.Kind.SLOT, theirs.id(), ""), event.by());
      }
    }
  }

  private List<Undertaking> declined(long person) {
    return sql.sql(
            "update undertaking set declined_at = :now where person_id = :person and %s returning *"
                .formatted(UndertakingRows.OPEN))
        .param("now", Sql.at(clock.instant()))
        .param("person", person)
        .query(UndertakingRows.UNDERTAKING)
        .list();
  }

  private List<Booking> leftToTeam(long person) {
    return sql.sql(
            """
            update booking set person_id = null
            where person_id = :person and done_at is null and cancelled_at is null
            returning *
            """)
        .param("person", person)
        .query(BookingRows::read)
        .list();
  }
}
