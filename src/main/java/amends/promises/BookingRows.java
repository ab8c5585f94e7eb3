package amends.promises;

import amends.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what was agreed elsewhere. */
@Component
final class BookingRows {
  private final JdbcClient sql;

  BookingRows(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Taken, so that nobody changes them meanwhile, nor enters one of these numbers at the same time;
   * in the order of numbers, as everybody does.
   */
  Map<String, Booking> lock(Collection<String> externalIds) {
    sql.sql(
            """
            select pg_advisory_xact_lock(hashtextextended('promises.booking ' || o.id, 0))
            from (select distinct t.id from unnest(cast(:ids as text[])) as t(id) order by t.id) o
            """)
        .param("ids", externalIds.toArray(String[]::new))
        .query((rs, n) -> rs)
        .list();
    return sql
        .sql(
            """
            select * from booking where external_id = any(:ids) and passed_on_at is null
            order by id for update
            """)
        .param("ids", externalIds.toArray(String[]::new))
        .query(BookingRows::read)
        .list()
        .stream()
        .collect(Collectors.toMap(b -> b.sheet().externalId(), Function.identity()));
  }

  Optional<Booking> find(long id) {
    return one("id = :id", id);
  }

  Optional<Booking> lock(long id) {
    return one("id = :id for update", id);
  }

  Optional<Booking> behind(long promise) {
    return one("promise_id = :id", promise);
  }

  Optional<Booking> waitingFor(long undertaking) {
    return one("undertaking_id = :id and promise_id is null for update", undertaking);
  }

  /** In the order of numbers, as everybody takes them. */
  List<Booking> lockWaitingFor(long order) {
    return sql.sql(
            """
            select * from booking
            where order_id = :order and waits_for is not null and met_at is null and done_at is null
              and cancelled_at is null
            order by id for update
            """)
        .param("order", order)
        .query(BookingRows::read)
        .list();
  }

  void begun(long id, Instant at, Instant due) {
    sql.sql("update booking set met_at = :at, due_at = :due where id = :id")
        .param("id", id)
        .param("at", Sql.at(at))
        .param("due", Sql.at(due))
        .update();
  }

  Optional<Booking> named(String externalId) {
    return sql.sql("select * from booking where external_id = :number and passed_on_at is null")
        .param("number", externalId)
        .query(BookingRows::read)
        .optional();
  }

  private Optional<Booking> one(String which, long id) {
    return sql.sql("select * from booking where " + which)
        .param("id", id)
        .query(BookingRows::read)
        .optional();
  }

  List<Booking> all(Collection<Long> ids) {
    return sql.sql("select * from booking where id = any(:ids) order by id")
        .param("ids", ids.toArray(Long[]::new))
        .query(BookingRows::read)
        .list();
  }

  long insert(String source, BookingSheet sheet, Instant now) {
    return told(
            """
            insert into booking (source, external_id, kind, customer_id, brand_id, team_id, person_id,
              order_id, words, basis, place, due_at, entered_at, told_at, done_at, cancelled_at, cancelled_by,
              waits_for, after_amount, after_unit, expected_by)
            values (:source, :externalId, :kind, :customer, :brand, :team, :person,
              :order, :words, :basis, :place, :due, :now, :now, :done, :cancelled, :cancelledBy,
              :waitsFor, :amount, :unit, :expected)
            returning id
            """,
            sheet,
            now)
        .param("source", source)
        .query(Long.class)
        .single();
  }

  void change(long id, BookingSheet sheet, Instant now) {
    told(
            """
            update booking set kind = :kind, customer_id = :customer, brand_id = :brand, team_id = :team,
              person_id = :person, order_id = :order, words = :words, basis = :basis, place = :place,
              due_at = :due, told_at = :now, done_at = coalesce(done_at, :done),
              cancelled_at = coalesce(cancelled_at, :cancelled),
              cancelled_by = coalesce(cancelled_by, :cancelledBy), external_id = :externalId,
              waits_for = :waitsFor, after_amount = :amount, after_unit = :unit, expected_by = :expected
            where id = :id
            """,
            sheet,
            now)
        .param("id", id)
        .update();
  }

  private JdbcClient.StatementSpec told(String statement, BookingSheet sheet, Instant now) {
    BookingSheet.Fate fate = sheet.fate();
    Begin begin = sheet.begin();
    return sql.sql(statement)
        .param("waitsFor", begin == null ? null : begin.waitsFor())
        .param("amount", begin == null ? null : begin.after().amount())
        .param("unit", begin == null ? null : begin.after().unit().code())
        .param("expected", Sql.atOrNull(begin == null ? null : begin.expectedBy()))
        .param("externalId", sheet.externalId())
        .param("kind", sheet.kind())
        .param("customer", sheet.customerId())
        .param("brand", sheet.whose().brand())
        .param("team", sheet.whose().team())
        .param("person", sheet.whose().person())
        .param("order", sheet.orderId())
        .param("words", sheet.words())
        .param("basis", sheet.basis())
        .param("place", sheet.place())
        .param("due", Sql.at(sheet.dueAt()))
        .param("now", Sql.at(now))
        .param("done", Sql.atOrNull(fate.doneAt()))
        .param("cancelled", Sql.atOrNull(fate.cancelledBy() == null ? null : now))
        .param("cancelledBy", fate.cancelledBy());
  }

  /** Whoever was merged with another is the same. */
  boolean isOf(Booking booking, long customer) {
    return booking.sheet().customerId() == customer
        || sql.sql(
                "select exists(select from customers_v_self where customer_id = :id and self_id = :self)")
            .param("id", customer)
            .param("self", booking.sheet().customerId())
            .query(Boolean.class)
            .single();
  }

  /** Its number is another's; what was to be done for this customer is not, unless it is over. */
  void passedOn(long id, Instant at) {
    sql.sql(
            """
            update booking set passed_on_at = :at,
              cancelled_by = case when done_at is null then coalesce(cancelled_by, 'us') end,
              cancelled_at = case when done_at is null then coalesce(cancelled_at, :at) end
            where id = :id
            """)
        .param("id", id)
        .param("at", Sql.at(at))
        .update();
  }

  void promised(long id, long promise) {
    sql.sql("update booking set promise_id = :promise where id = :id")
        .param("promise", promise)
        .param("id", id)
        .update();
  }

  /** Moved or agreed anew: what stands for the promise stands for it here too. */
  void promisedAnew(long before, long promise) {
    sql.sql("update booking set promise_id = :promise where promise_id = :before")
        .param("promise", promise)
        .param("before", before)
        .update();
  }

  void asked(long id, long undertaking) {
    sql.sql("update booking set undertaking_id = :undertaking where id = :id")
        .param("undertaking", undertaking)
        .param("id", id)
        .update();
  }

  void done(long id, Instant at, String shownBy) {
    sql.sql("update booking set done_at = :at, shown_by = :shown where id = :id")
        .param("at", Sql.at(at))
        .param("shown", shownBy)
        .param("id", id)
        .update();
  }

  static Booking read(ResultSet rs, int n) throws SQLException {
    return new Booking(
        rs.getLong("id"),
        rs.getString("source"),
        sheet(rs),
        Sql.longOrNull(rs, "promise_id"),
        Sql.longOrNull(rs, "undertaking_id"),
        rs.getString("shown_by"),
        Sql.instantOrNull(rs, "cancelled_at"),
        Sql.instantOrNull(rs, "met_at"),
        Sql.instantOrNull(rs, "passed_on_at"));
  }

  private static BookingSheet sheet(ResultSet rs) throws SQLException {
    @Nullable Long person = Sql.longOrNull(rs, "person_id");
    return new BookingSheet(
        rs.getString("external_id"),
        rs.getString("kind"),
        rs.getLong("customer_id"),
        new BookingSheet.Whose(
            rs.getLong("brand_id"),
            rs.getLong("team_id"),
            person,
            Sql.longOrNull(rs, "undertaking_id") == null),
        Sql.longOrNull(rs, "order_id"),
        rs.getString("words"),
        rs.getString("basis"),
        rs.getString("place"),
        Sql.instant(rs, "due_at"),
        new BookingSheet.Fate(true, Sql.instantOrNull(rs, "done_at"), rs.getString("cancelled_by")),
        begin(rs));
  }

  private static @Nullable Begin begin(ResultSet rs) throws SQLException {
    String waitsFor = rs.getString("waits_for");
    return waitsFor == null
        ? null
        : new Begin(
            waitsFor,
            new After(
                rs.getInt("after_amount"), After.Unit.of(rs.getString("after_unit")).orElseThrow()),
            Sql.instant(rs, "expected_by"));
  }
}
