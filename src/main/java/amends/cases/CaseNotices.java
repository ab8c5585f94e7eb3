package amends.cases;

import amends.messages.Notice;
import amends.messages.NoticeTruth;
import amends.messages.Notices;
import amends.promises.BookingsNotBegun;
import amends.promises.MoveNotTold;
import amends.promises.Owner;
import amends.promises.Promise;
import amends.promises.PromisesBroken;
import amends.promises.PromisesWarned;
import amends.shared.Subject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells colleagues by mail: the owner when a promise is nearly due, the lead when it was broken.
 */
@Component
final class CaseNotices implements NoticeTruth {
  /** Where promises stand that colleagues keep. */
  static final Set<String> PLACES = Set.of("case", "booking");

  /** Bookings whose beginning has not come. */
  static final String NOT_BEGUN = "booking_not_begun";

  private final Notices notices;
  private final JdbcClient sql;

  CaseNotices(Notices notices, JdbcClient sql) {
    this.notices = notices;
    this.sql = sql;
  }

  @EventListener
  void on(PromisesWarned event) {
    notices.tell(
        known(event.promises())
            .map(p -> notice(Notice.Kind.WARNING, p, p.owner().person(), team(p.owner())))
            .toList());
  }

  @EventListener
  void on(PromisesBroken event) {
    notices.tell(
        known(event.promises())
            .filter(p -> p.moments().escalatedTo() != null)
            .map(p -> notice(Notice.Kind.ESCALATION, p, p.moments().escalatedTo(), null))
            .toList());
  }

  /** Who owes it has to reach them another way, and soon. */
  @EventListener
  void on(MoveNotTold event) {
    notices.tell(
        known(event.takenBack() ? List.of() : List.of(event.promise()))
            .map(p ->
                new Notice(
                    Notice.Kind.NEWS,
                    Subject.of("promise", p.id()),
                    p.about(),
                    "cases.notice.untold",
                    p.dueAt(),
                    p.owner().person(),
                    team(p.owner())))
            .toList());
  }

  /** Somebody looks what has become of it, and tells the customer. */
  @EventListener
  void on(BookingsNotBegun event) {
    notices.tell(
        event.bookings().stream()
            .map(b ->
                new Notice(
                    Notice.Kind.NEWS,
                    Subject.of(NOT_BEGUN, b.id()),
                    b.asSubject(),
                    "cases.notice.not-begun",
                    Objects.requireNonNull(b.sheet().begin()).expectedBy(),
                    b.sheet().whose().person(),
                    b.sheet().whose().person() == null ? b.sheet().whose().team() : null))
            .toList());
  }

  private static java.util.stream.Stream<Promise> known(List<Promise> promises) {
    return promises.stream().filter(p -> PLACES.contains(p.about().kind()));
  }

  private static @Nullable Long team(Owner owner) {
    return owner.person() == null ? owner.team() : null;
  }

  private static Notice notice(
      Notice.Kind kind, Promise promise, @Nullable Long person, @Nullable Long team) {
    String due = promise.kind().name().toLowerCase(Locale.ROOT);
    return new Notice(
        kind,
        Subject.of("promise", promise.id()),
        promise.about(),
        "cases.notice.due." + due,
        promise.dueAt(),
        person,
        team);
  }

  @Override
  public String sourceKind() {
    return "promise";
  }

  @Override
  public Set<Long> stillTrue(Notice.Kind kind, Collection<Long> sources) {
    return new HashSet<>(
        sql.sql(
                """
                select id from promises_v_promise where id = any(:ids)
                  and case :kind when 'WARNING' then owed when 'NEWS' then made_good_at is null and kept_at is null
                    else broken_at is not null and made_good_at is null end
                """)
            .param("ids", sources.toArray(Long[]::new))
            .param("kind", kind.name())
            .query(Long.class)
            .list());
  }
}
