package amends.cases;

import amends.messages.Message;
import amends.messages.Next;
import amends.promises.NewPromise;
import amends.promises.PassingOn;
import amends.promises.Promise;
import amends.promises.PromiseKept;
import amends.promises.Promises;
import amends.promises.PromisesBroken;
import amends.promises.Undertakings;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The next moment of every open case: which promise it is and when. Whatever changes the promises
 * of a case ends by pointing the case anew, in the same act; the database refuses the act
 * otherwise.
 */
@Component
final class NextMoment {
  private final JdbcClient sql;
  private final Promises promises;
  private final PassingOn passing;
  private final IntentionRows intentions;
  private final Undertakings undertakings;

  NextMoment(
      JdbcClient sql,
      Promises promises,
      PassingOn passing,
      IntentionRows intentions,
      Undertakings undertakings) {
    this.sql = sql;
    this.promises = promises;
    this.passing = passing;
    this.intentions = intentions;
    this.undertakings = undertakings;
  }

  /**
   * What a duplicate owed is owed in its survivor. It is kept in mind what that was, so that each
   * can have its own again.
   */
  void passOn(Case duplicate, long survivor, Actor by) {
    List<Long> passed = passing.passOn(duplicate.asSubject(), Case.subject(survivor), by);
    sql.sql(
            """
            insert into case_passed (settlement_id, promise_id)
            select s.id, p.id from settlement s, unnest(cast(:passed as bigint[])) as p(id)
            where s.case_id = :case and s.undone_at is null
            """)
        .param("case", duplicate.id())
        .param("passed", passed.toArray(Long[]::new))
        .update();
  }

  /** What had been passed on with this settlement is owed in its own case again. */
  void passBack(long settlement, Case holder, Case duplicate, Actor by) {
    List<Long> passed =
        sql.sql("select promise_id from case_passed where settlement_id = :id order by promise_id")
            .param("id", settlement)
            .query(Long.class)
            .list();
    passing.passBack(passed, holder.asSubject(), duplicate.asSubject(), by);
    promises.handOver(duplicate.asSubject(), duplicate.promiser());
  }

  /**
   * What these letters promise, and what those under way are to keep, is owed in the other case
   * from now on.
   */
  void passAlong(List<Message> letters, Case from, Case to, Actor by) {
    Set<Subject> moved =
        letters.stream().map(m -> Subject.of("message", m.id())).collect(Collectors.toSet());
    Set<Long> said =
        letters.stream()
            .map(Message::next)
            .filter(Next.By.class::isInstance)
            .map(next -> ((Next.By) next).promiseId())
            .collect(Collectors.toSet());
    List<Long> passed =
        promises.about(from.asSubject()).stream()
            .filter(p ->
                said.contains(p.id())
                    || p.evidence() != null && moved.contains(p.evidence()) && open(p))
            .map(Promise::id)
            .toList();
    passing.passAlong(passed, from.asSubject(), to.asSubject(), by);
  }

  private static boolean open(Promise promise) {
    return promise.owed() || promise.broken() && promise.moments().madeGoodAt() == null;
  }

  /** Promises in a case, by whoever answers for it. The case is pointed by {@link #point}. */
  Promise promise(Case matter, Promise.Kind kind, String words, Instant dueAt, Actor by) {
    return promises.make(
        new NewPromise(
            matter.asSubject(), matter.customerId(), kind, words, dueAt, matter.promiser(), by));
  }

  /**
   * The same, resting on somebody else's word.
   *
   * @throws Refusal when nobody has accepted that
   */
  Promise promise(
      Case matter, Promise.Kind kind, String words, Instant dueAt, Actor by, @Nullable Long rests) {
    Promise made = promise(matter, kind, words, dueAt, by);
    restOn(made, rests);
    return made;
  }

  void restOn(Promise made, @Nullable Long rests) {
    if (rests != null) {
      undertakings.rest(made, rests);
    }
  }

  /** The looks at whether a contact rule still holds: no word of the customer's ends them. */
  Set<Long> reviews(long caseId) {
    return new HashSet<>(
        sql.sql("select promise_id from contact_rule where case_id = :case and ended_at is null")
            .param("case", caseId)
            .query(Long.class)
            .list());
  }

  /** What is owed in a case and not already on its way, the earliest first. */
  List<Promise> owed(long caseId) {
    return promises.about(Case.subject(caseId)).stream()
        .filter(p -> p.owed() && p.evidence() == null)
        .sorted(Comparator.comparing(Promise::dueAt).thenComparing(Promise::id))
        .toList();
  }

  /** Looks of our own that anybody's word or decision ends; an intention is none of them. */
  List<Promise> looks(long caseId) {
    Set<Long> meant = meant(caseId);
    return owed(caseId).stream()
        .filter(p -> p.kind() == Promise.Kind.LOOK && !meant.contains(p.id()))
        .toList();
  }

  /**
   * Looks that a colleague means to take, that a contact rule asks for, or that a law obliges us
   * to: no word of anybody's ends them.
   */
  Set<Long> meant(long caseId) {
    Set<Long> meant = reviews(caseId);
    meant.addAll(intentions.standing(caseId));
    meant.addAll(intentions.obliged(caseId));
    return meant;
  }

  /**
   * Points the case to the earliest promise that is owed, else to one that is on its way. A broken
   * promise that nobody has made good, and that no message is under way for, keeps the case
   * burning. What people carry is under way once they have: until a letter is posted or a call is
   * made, nothing is kept by it. It waits for somebody only while the next moment is the look of a
   * wait.
   */
  void point(long caseId) {
    List<Promise> all = promises.about(Case.subject(caseId));
    Set<Long> lies = lies(all);
    Optional<Instant> burning =
        all.stream()
            .filter(p -> burns(p, lies))
            .map(NextMoment::brokenAt)
            .min(Comparator.naturalOrder());
    Promise next =
        all.stream()
            .filter(p -> p.owed() || burns(p, lies))
            .min(Comparator.comparing((Promise p) -> rank(p, lies)).thenComparing(Promise::dueAt))
            .orElseThrow(() -> new IllegalStateException("case " + caseId + " has no next moment"));
    sql.sql(
            """
            update amends_case set next_promise_id = :promise, next_due_at = :due,
              next_warn_at = :warn, waiting = (select w.whom from waiting w where w.promise_id = :promise),
              broken_at = :broken, harm_at = {harm} where id = :id
            """
                .replace("{harm}", HarmMark.SINCE))
        .param("promise", next.id())
        .param("due", Sql.at(next.dueAt()))
        .param("warn", Sql.at(next.warnAt()))
        .param("broken", Sql.atOrNull(burning.orElse(null)))
        .param("id", caseId)
        .update();
  }

  /** What was to come has come: the case goes on to what is owed next, or to a look of our own. */
  void moveOn(Case matter, String look, Instant lookAt) {
    Promise next = promises.promise(Objects.requireNonNull(matter.nextPromiseId()));
    if (next.owed() || next.broken()) {
      return;
    }
    List<Promise> all = promises.about(matter.asSubject());
    Set<Long> lies = lies(all);
    boolean nothingLeft = all.stream().noneMatch(p -> p.owed() || burns(p, lies));
    if (nothingLeft) {
      promise(matter, Promise.Kind.LOOK, look, lookAt, Actor.SYSTEM);
    }
    point(matter.id());
  }

  /** Owed first, then broken, then what a message is on its way for. */
  private static int rank(Promise promise, Set<Long> lies) {
    if (promise.owed()) {
      return isUnderWay(promise, lies) ? 2 : 0;
    }
    return 1;
  }

  private static boolean burns(Promise promise, Set<Long> lies) {
    return promise.broken() && promise.moments().madeGoodAt() == null && !isUnderWay(promise, lies);
  }

  private static boolean isUnderWay(Promise promise, Set<Long> lies) {
    Subject evidence = promise.evidence();
    return evidence != null && !(isMessage(evidence) && lies.contains(evidence.id()));
  }

  private static boolean isMessage(Subject evidence) {
    return evidence.kind().equals("message");
  }

  /** Of the messages that are to keep these promises, those that people have still to carry. */
  private Set<Long> lies(List<Promise> all) {
    Long[] messages =
        all.stream()
            .filter(p -> p.owed() || p.broken() && p.moments().madeGoodAt() == null)
            .map(Promise::evidence)
            .filter(evidence -> evidence != null && isMessage(evidence))
            .map(Subject::id)
            .toArray(Long[]::new);
    return messages.length == 0
        ? Set.of()
        : new HashSet<>(
            sql.sql(
                    """
                    select message_id from messages_v_delivery where message_id = any(:messages)
                      and channel in ('letter', 'phone', 'note') and done_at is null
                    """)
                .param("messages", messages)
                .query(Long.class)
                .list());
  }

  private static Instant brokenAt(Promise promise) {
    return Objects.requireNonNull(promise.moments().brokenAt());
  }

  @EventListener
  void on(PromisesBroken event) {
    sql.sql(
            """
            update amends_case c set broken_at = b.at
            from unnest(cast(:ids as bigint[]), cast(:ats as timestamptz[])) as b(id, at)
            where c.id = b.id and c.closed_at is null and c.broken_at is null
            """)
        .param("ids", ids(event.promises()))
        .param("ats", brokenAts(event.promises()))
        .update();
  }

  /** A message that was on its way has arrived: what it made good no longer burns. */
  @EventListener
  void on(PromiseKept event) {
    Promise kept = event.promise();
    if (!kept.about().kind().equals("case") || !kept.broken()) {
      return;
    }
    sql.sql(
            """
            update amends_case c set broken_at = null
            where c.id = :id and not exists (
              select from promises_v_promise p
              where p.subject_kind = 'case' and p.subject_id = c.id
                and p.broken_at is not null and p.made_good_at is null)
            """)
        .param("id", kept.about().id())
        .update();
  }

  private static Long[] ids(List<Promise> broken) {
    return broken.stream()
        .filter(p -> p.about().kind().equals("case"))
        .map(p -> p.about().id())
        .toArray(Long[]::new);
  }

  private static String[] brokenAts(List<Promise> broken) {
    return broken.stream()
        .filter(p -> p.about().kind().equals("case"))
        .map(p -> String.valueOf(p.moments().brokenAt()))
        .toArray(String[]::new);
  }
}
