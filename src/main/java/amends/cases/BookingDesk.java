package amends.cases;

import amends.promises.Booked;
import amends.promises.Booking;
import amends.promises.BookingList;
import amends.promises.BookingSheet;
import amends.promises.Bookings;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Scope;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was agreed elsewhere, as far as a viewer may see it. */
@Component
public final class BookingDesk {
  private final JdbcClient sql;
  private final Permits permits;
  private final Bookings bookings;
  private final BookingList list;
  private final Breaches breaches;
  private final Arrivals arrivals;
  private final ArrivalList come;

  /** What becomes of them. */
  @Component
  record Becoming(Breaches breaches, Arrivals arrivals, ArrivalList come) {}

  BookingDesk(
      JdbcClient sql, Permits permits, Bookings bookings, BookingList list, Becoming becoming) {
    this.breaches = becoming.breaches();
    this.arrivals = becoming.arrivals();
    this.come = becoming.come();
    this.sql = sql;
    this.permits = permits;
    this.bookings = bookings;
    this.list = list;
  }

  /**
   * One of them, with what stands for it in the ledger.
   *
   * @param caseId the case that its promise goes on in; null where there is none
   * @param state waiting, asked, owed, danger, kept, broken, released, done, cancelled
   * @param promisedAt by when the customer counts on it; null while nothing is promised
   */
  public record Line(
      Booking booking,
      String customer,
      @Nullable String owner,
      @Nullable Long caseId,
      String state,
      @Nullable Instant promisedAt,
      @Nullable Instant warnAt) {}

  /** Which of them. */
  public record Asked(
      @Nullable String externalId,
      @Nullable Long customer,
      boolean open,
      long after,
      boolean byMoment,
      int most) {}

  /** In the order of their numbers, or the next due first. */
  public List<Line> lines(Asked asked, Viewer viewer) {
    return lines(
        """
        b.id > :after and (cast(:externalId as text) is null or b.external_id = :externalId)
        and (cast(:customer as bigint) is null or b.customer_id = :customer)
        and (not :open or b.done_at is null and (b.cancelled_at is null or p.owed))
        """,
        asked,
        asked.byMoment() ? "b.due_at, b.id" : "b.id",
        viewer);
  }

  /**
   * @throws amends.shared.NotFound when there is none, or the viewer may not know of it
   */
  public Line see(long id, Viewer viewer) {
    Booking booking = bookings.booking(id);
    permits.require(viewer, Permission.SEE_CASE, PromisePlaces.scope(booking), booking.asSubject());
    Asked one = new Asked(null, null, false, id - 1, false, 1);
    return lines("b.id > :after", one, "b.id", viewer).getFirst();
  }

  private List<Line> lines(String which, Asked asked, String order, Viewer viewer) {
    var visible = permits.visible(viewer);
    List<Found> found =
        sql.sql(
                """
                select b.id, k.name as customer, coalesce(o.name, g.name) as owner, p.due_at, p.warn_at,
                  case when p.subject_kind = 'case' then p.subject_id end as case_id,
                  case when b.done_at is not null then 'done'
                    when b.cancelled_at is not null and p.owed then 'danger'
                    when b.cancelled_at is not null and p.broken_at is null then 'cancelled'
                    when p.id is null and b.waits_for is not null and b.met_at is null then 'waiting'
                    when p.id is null then 'asked' when p.kept_at is not null then 'kept'
                    when p.broken_at is not null then 'broken' when p.released_at is not null then 'released'
                    when exists (select from promises_v_risk r where r.promise_id = p.id) then 'danger'
                    else 'owed' end as state
                from promises_v_booking b
                join customers_v_customer k on k.id = b.customer_id
                left join promises_v_promise p on p.id = b.promise_id
                left join staff_v_person o on o.id = b.person_id
                left join staff_v_team g on g.id = b.team_id
                where %s and %s order by %s limit :most
                """
                    .formatted(
                        which,
                        visible.where("b.person_id", "b.team_id", "b.brand_id", "null::bigint[]"),
                        order))
            .params(visible.params())
            .param("after", asked.after())
            .param("externalId", asked.externalId())
            .param("customer", asked.customer())
            .param("open", asked.open())
            .param("most", asked.most())
            .query((rs, n) ->
                new Found(
                    rs.getLong("id"),
                    rs.getString("customer"),
                    rs.getString("owner"),
                    Sql.longOrNull(rs, "case_id"),
                    rs.getString("state"),
                    Sql.instantOrNull(rs, "due_at"),
                    Sql.instantOrNull(rs, "warn_at")))
            .list();
    Iterator<Booking> all = byNumber(found).iterator();
    List<Line> lines = new ArrayList<>();
    found.forEach(f ->
        lines.add(new Line(all.next(), f.customer, f.owner, f.caseId, f.state, f.dueAt, f.warnAt)));
    return lines;
  }

  /** Standing promises that were not kept with it, while its customer has no case. */
  public List<Breach> missed(Line line, Viewer viewer) {
    return breaches.of(line.booking(), viewer);
  }

  private record Found(
      long id,
      String customer,
      @Nullable String owner,
      @Nullable Long caseId,
      String state,
      @Nullable Instant dueAt,
      @Nullable Instant warnAt) {}

  private List<Booking> byNumber(List<Found> found) {
    List<Long> ids = found.stream().map(Found::id).toList();
    return bookings.all(ids).stream()
        .sorted(Comparator.comparingInt(b -> ids.indexOf(b.id())))
        .toList();
  }

  /**
   * Takes a file or a pasted list.
   *
   * @throws Refusal when it cannot be read at all, or the viewer may not open cases
   */
  public List<BookingList.Entry> enter(byte[] file, BookingList.Usual usual, Viewer by) {
    permits.require(by, Permission.OPEN_CASE);
    reachable(usual.team(), usual.brand(), by);
    return list.enter(file, usual, by.actor(), known -> mayWork(known, by));
  }

  /**
   * Takes a list of what has come, in place of one of bookings.
   *
   * @throws Refusal when it cannot be read at all, or the viewer may not open cases
   */
  public List<ArrivalList.Line> arrived(byte[] file, Viewer by) {
    permits.require(by, Permission.OPEN_CASE);
    return come.enter(file, by);
  }

  /** What a program tells of. */
  public List<Booked> enter(List<BookingSheet> sheets, Viewer by) {
    return bookings.enter(sheets, "api", by.actor(), known -> mayWork(known, by));
  }

  private void reachable(long team, long brand, Viewer by) {
    if (!permits.may(by, Permission.SEE_CASE, Scope.ofTeam(team, brand))) {
      throw new Refusal("team", "cases.booking.refuse.team");
    }
  }

  /** It was done, and something shows it. */
  public void done(long id, String shownBy, Viewer by) {
    Booking booking = bookings.booking(id);
    permits.require(by, Permission.WORK_CASE, PromisePlaces.scope(booking), booking.asSubject());
    bookings.done(id, shownBy, by.actor());
  }

  /** What it waits for has come. */
  public void begin(long id, Instant at, Viewer by) {
    arrivals.met(id, at, by);
  }

  public boolean mayWork(Booking booking, Viewer viewer) {
    return permits.may(viewer, Permission.WORK_CASE, PromisePlaces.scope(booking));
  }

  /** Whether a viewer may put something there. */
  public boolean mayReach(BookingSheet.Whose whose, Viewer by) {
    return permits.may(
        by, Permission.WORK_CASE, Scope.of(whose.person(), whose.team(), whose.brand()));
  }
}
