package amends.cases;

import amends.customers.Customers;
import amends.promises.After;
import amends.promises.Booking;
import amends.promises.Bookings;
import amends.promises.Promise;
import amends.promises.PromiseKept;
import amends.promises.Promises;
import amends.shared.Actor;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Viewer;
import amends.time.Calendars;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Promises that begin with something from outside, such as an order's delivery. The customer is
 * told what it waits for, and hears of us at a moment of its own until then: waiting is no silence.
 */
@Component
public final class Conditions {
  private static final int LONGEST = 300;

  private final JdbcClient sql;
  private final Access access;
  private final Conversation conversation;
  private final NextMoment nextMoment;
  private final Around around;

  /** What begins them, and when that makes them due. */
  @Component
  record Around(Promises promises, Bookings bookings, Customers customers, Calendars calendars) {}

  Conditions(
      JdbcClient sql,
      Access access,
      Conversation conversation,
      NextMoment nextMoment,
      Around around) {
    this.sql = sql;
    this.access = access;
    this.conversation = conversation;
    this.nextMoment = nextMoment;
    this.around = around;
  }

  /**
   * @param text what the customer is written
   * @param until by when they hear from us while it waits, and in which words that stands there
   * @param order the order whose delivery begins it; null: somebody says so
   */
  public record Wanted(
      String waitsFor, String words, After after, String text, Until until, @Nullable Long order) {}

  /** What is promised for the time until it begins. */
  public record Until(String words, Instant dueAt) {}

  /**
   * Promises it, and tells the customer in the same act.
   *
   * @throws Refusal when something is missing, or the customer cannot be written to
   */
  public void begin(long caseId, Wanted wanted, Viewer by) {
    check(wanted);
    access.work(
        caseId,
        Permission.WORK_CASE,
        by,
        matter -> {
          Draft draft =
              new Draft(wanted.text(), wanted.until().words(), wanted.until().dueAt(), false);
          conversation.reply(matter, draft, by);
          long look =
              nextMoment.owed(matter.id()).stream()
                  .filter(p -> p.words().equals(wanted.until().words().strip()))
                  .mapToLong(Promise::id)
                  .max()
                  .orElseThrow();
          long id = insert(matter, wanted, look, by);
          access.tell("case.condition_made", matter, by.actor(), Map.of("condition", id));
        });
  }

  private static void check(Wanted wanted) {
    require(wanted.waitsFor(), "waits_for", "cases.condition.refuse.waits");
    require(wanted.words(), "words", "cases.condition.refuse.words");
    if (wanted.text().isBlank()) {
      throw new Refusal("text", "cases.condition.refuse.text");
    }
    if (!wanted.after().valid()) {
      throw new Refusal("amount", "cases.condition.refuse.amount");
    }
  }

  private static void require(String text, String field, String key) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new Refusal(field, key);
    }
  }

  private long insert(Case matter, Wanted wanted, long look, Viewer by) {
    return sql.sql(
            """
            insert into case_condition (case_id, waits_for, order_id, words, amount, unit, look_id, made_by, made_at)
            values (:case, :waitsFor, :order, :words, :amount, :unit, :look, :by, :now) returning id
            """)
        .param("case", matter.id())
        .param("waitsFor", wanted.waitsFor().strip())
        .param("order", wanted.order())
        .param("words", wanted.words().strip())
        .param("amount", wanted.after().amount())
        .param("unit", wanted.after().unit().code())
        .param("look", look)
        .param("by", by.id())
        .param("now", Sql.at(access.now()))
        .query(Long.class)
        .single();
  }

  /** What waits in a case, and what has begun there, oldest first. */
  public List<Condition> of(long caseId, Viewer viewer) {
    access.see(caseId, viewer);
    return access
        .rows()
        .filed()
        .list(
            caseId,
            () -> where("case_id = :id and ended_at is null", caseId),
            Filed.Kind.CONDITION);
  }

  private List<Condition> where(String which, long id) {
    return sql.sql("select * from case_condition where %s order by id".formatted(which))
        .param("id", id)
        .query((rs, n) ->
            new Condition(
                rs.getLong("id"),
                rs.getLong("case_id"),
                rs.getString("waits_for"),
                rs.getString("words"),
                new After(rs.getInt("amount"), After.Unit.of(rs.getString("unit")).orElseThrow()),
                Sql.instantOrNull(rs, "met_at"),
                Sql.longOrNull(rs, "promise_id")))
        .list();
  }

  /**
   * It has come: the clock starts.
   *
   * @param at when it came; not in the future
   * @throws NotFound when it waits in another case, or no longer
   */
  public void met(long caseId, long id, Instant at, Viewer by) {
    if (at.isAfter(access.now())) {
      throw new Refusal("at", "cases.condition.refuse.future");
    }
    access.work(
        caseId,
        Permission.WORK_CASE,
        by,
        matter -> start(matter, waiting(caseId, id), at, by.actor()));
  }

  private Condition waiting(long caseId, long id) {
    return where("id = :id and met_at is null and ended_at is null", id).stream()
        .filter(c -> c.caseId() == caseId)
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.of("condition", id)));
  }

  private void start(Case matter, Condition condition, Instant at, Actor by) {
    if (!begins(condition.id(), at)) {
      return;
    }
    ZoneId zone = around.customers().customer(matter.customerId()).zone();
    Instant due = condition.after().from(at, zone, around.calendars());
    Instant ahead = due.isAfter(access.now()) ? due : access.now().plus(Duration.ofHours(1));
    Promise made = nextMoment.promise(matter, Promise.Kind.CONTACT, condition.words(), ahead, by);
    Long look =
        sql.sql(
                """
                update case_condition set met_at = :at, promise_id = :promise where id = :id
                returning look_id
                """)
            .param("at", Sql.at(at))
            .param("promise", made.id())
            .param("id", condition.id())
            .query(Long.class)
            .single();
    Promise until = around.promises().promise(look);
    if (until.owed() && until.evidence() == null) {
      around.promises().release(until.id(), "begun", by);
    }
    nextMoment.point(matter.id());
    access.tell("case.condition_met", matter, by, Map.of("condition", condition.id()));
  }

  /**
   * What was ordered has arrived: whatever waits for it begins.
   *
   * @param reached in which cases
   * @return how many began
   */
  int arrived(long order, Instant at, Actor by, Predicate<Case> reached) {
    if (at.isAfter(access.now())) {
      throw new Refusal("at", "cases.condition.refuse.future");
    }
    return access.acts().call(() -> begun(order, at, by, reached));
  }

  /** The case that a condition stands in, while it waits. */
  Optional<Long> caseOf(long id) {
    return where("id = :id and met_at is null and ended_at is null", id).stream()
        .map(Condition::caseId)
        .findFirst();
  }

  private int begun(long order, Instant at, Actor by, Predicate<Case> reached) {
    List<Condition> waiting =
        where("order_id = :id and met_at is null and ended_at is null", order);
    int begun = 0;
    for (Condition condition : waiting) {
      Optional<Case> matter =
          access
              .rows()
              .lockStanding(condition.caseId())
              .filter(found -> !found.closed())
              .filter(reached);
      matter.ifPresent(found -> start(found, condition, at, by));
      begun += matter.isPresent() ? 1 : 0;
    }
    return begun;
  }

  /** Once: somebody else may have said so while the case was waited for. */
  private boolean begins(long id, Instant at) {
    return sql.sql(
                """
                update case_condition set met_at = :at
                where id = :id and met_at is null and ended_at is null
                """)
            .param("at", Sql.at(at))
            .param("id", id)
            .update()
        == 1;
  }

  /** A delivery was made: what waits for its order begins. */
  @EventListener
  void on(PromiseKept event) {
    if (event.promise().kind() == Promise.Kind.DEED) {
      around.bookings().behind(event.promise().id()).ifPresent(this::delivered);
    }
  }

  private void delivered(Booking booking) {
    Long order = booking.sheet().orderId();
    if (order != null && booking.sheet().kind().equals("delivery")) {
      Instant done = booking.sheet().fate().doneAt();
      Instant at = done == null || done.isAfter(access.now()) ? access.now() : done;
      begun(order, at, Actor.SYSTEM, matter -> true);
    }
  }
}
