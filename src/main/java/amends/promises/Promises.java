package amends.promises;

import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The ledger of promises. Each change joins the caller's act, is journaled, and sets or silences
 * the alarms that guard the promise.
 */
@Component
public final class Promises {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Guard guard;
  private final ApplicationEventPublisher events;

  Promises(
      JdbcClient sql,
      InstantSource clock,
      Acts acts,
      Guard guard,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.guard = guard;
    this.events = events;
  }

  /**
   * Gives a promise.
   *
   * @throws Refusal when its words are missing or its moment does not lie ahead
   */
  public Promise make(NewPromise promise) {
    return acts.call(() -> make(promise, null));
  }

  /**
   * Notes that something was done that keeps the promise. In time it is kept; a broken one is made
   * good and stays broken; one that has ended otherwise stays as it is.
   */
  public void keep(long id, Subject evidence, Actor by) {
    acts.run(() -> keepAll("id = :id", Map.of("id", id), evidence, by));
  }

  /**
   * A message is on its way that keeps the promise; it counts when its delivery is accepted, so
   * that what never arrived keeps nothing.
   */
  public void keepOnDelivery(long id, long messageId) {
    sql.sql(
            """
            update promise set evidence_kind = 'message', evidence_id = :message
            where id = :id and kept_at is null and made_good_at is null
              and num_nonnulls(moved_at, agreed_at, released_at) = 0
            """)
        .param("id", id)
        .param("message", messageId)
        .update();
  }

  /** Tells a customer of the promise that stands for another from now on. */
  public interface Telling {
    /**
     * @return what the customer was told in, such as a message
     */
    Subject of(Promise anew);
  }

  /**
   * Moves a promise before it is due. The customer must be told, in the same act; the promise that
   * stands for it from then on has the same words, and the old one keeps its due moment.
   *
   * @throws Refusal when it is no longer owed, or when it is due already: then it is broken, not
   *     moved
   */
  public Promise move(long id, Instant dueAt, Telling tell, Actor by) {
    return acts.call(() -> replace(id, dueAt, "moved", tell, by));
  }

  /** The customer agreed to another moment. Otherwise like {@link #move}; counted apart. */
  public Promise agreeAnew(long id, Instant dueAt, Subject agreedIn, Actor by) {
    return acts.call(() -> replace(id, dueAt, "agreed", anew -> agreedIn, by));
  }

  /**
   * Ends a promise that is no longer needed.
   *
   * @param reason a code, such as {@code replaced} or {@code customer}
   */
  public void release(long id, String reason, Actor by) {
    acts.run(() -> release(id, reason, null, by));
  }

  /**
   * The customer released us.
   *
   * @param word what they said it in, such as a message or a call
   * @throws Refusal when it is no longer owed
   */
  public void releasedIn(long id, Subject word, Actor by) {
    acts.run(() -> {
      if (!release(id, "customer", word, by)) {
        throw new Refusal("word", "promises.refusal.no-longer-owed");
      }
    });
  }

  private boolean release(long id, String reason, @Nullable Subject word, Actor by) {
    int rows =
        sql.sql(
                """
                update promise set released_at = :now, release_reason = :reason,
                  evidence_kind = coalesce(:kind, evidence_kind),
                  evidence_id = coalesce(:word, evidence_id)
                where id = :id and\
                """
                    + " "
                    + PromiseRows.OWED)
            .param("now", Sql.at(clock.instant()))
            .param("reason", reason)
            .param("kind", word == null ? null : word.kind())
            .param("word", word == null ? null : word.id())
            .param("id", id)
            .update();
    if (rows == 1) {
      guard.stand(List.of(id));
      Promise released = promise(id);
      guard.note("promise.released", released, by, Map.of("reason", reason));
      events.publishEvent(new PromiseReleased(released, reason));
    }
    return rows == 1;
  }

  /** Another person or team answers from now on for what is owed about this subject. */
  public void handOver(Subject about, Owner to) {
    sql.sql(
            """
            update promise set owner_person = :person, owner_team = :team
            where subject_kind = :kind and subject_id = :id
              and num_nonnulls(kept_at, moved_at, agreed_at, released_at, broken_at) = 0
            """)
        .param("person", to.person())
        .param("team", to.team())
        .param("kind", about.kind())
        .param("id", about.id())
        .update();
  }

  public Promise promise(long id) {
    return sql.sql("select * from promise where id = :id")
        .param("id", id)
        .query(PromiseRows.PROMISE)
        .optional()
        .orElseThrow(() -> new NotFound(Subject.of("promise", id)));
  }

  /** These promises, by id. */
  public List<Promise> all(Collection<Long> ids) {
    return sql.sql("select * from promise where id = any(:ids) order by id")
        .param("ids", ids.toArray(Long[]::new))
        .query(PromiseRows.PROMISE)
        .list();
  }

  /**
   * A promise whose fate and moment matter, and not who answers for it: without a look at the
   * ledger when the running act has made it.
   */
  public Promise asMade(long id) {
    return guard.madeHere(id).orElseGet(() -> promise(id));
  }

  /** Everything that was ever promised about a subject, oldest first. */
  public List<Promise> about(Subject subject) {
    return sql.sql(
            "select * from promise where subject_kind = :kind and subject_id = :id order by made_at, id")
        .param("kind", subject.kind())
        .param("id", subject.id())
        .query(PromiseRows.PROMISE)
        .list();
  }

  /** A delivery was accepted: whatever it was sent to keep is kept. */
  void keptBy(Subject message, Actor by) {
    keepAll(
        "evidence_kind = :kind and evidence_id = :id",
        Map.of("kind", message.kind(), "id", message.id()),
        message,
        by);
  }

  /** A delivery failed: what it was sent to keep is owed as before. */
  void notKeptBy(Subject message) {
    sql.sql(
            """
            update promise set evidence_kind = null, evidence_id = null
            where evidence_kind = :kind and evidence_id = :id and kept_at is null
              and made_good_at is null and num_nonnulls(moved_at, agreed_at, released_at) = 0
            """)
        .param("kind", message.kind())
        .param("id", message.id())
        .update();
  }

  /** What had kept them never left: they are owed as before, and watched as before. */
  void takenUpAgain(Subject message, Actor by) {
    List<Promise> again =
        sql.sql(
                """
                update promise set evidence_kind = null, evidence_id = null, kept_at = null,
                  made_good_at = null
                where evidence_kind = :kind and evidence_id = :id
                  and num_nonnulls(kept_at, made_good_at) > 0
                returning *
                """)
            .param("kind", message.kind())
            .param("id", message.id())
            .query(PromiseRows.PROMISE)
            .list();
    for (Promise promise : again) {
      guard.note("promise.taken_up_again", promise, by, Map.of());
      if (promise.owed()) {
        guard.watch(promise);
      }
    }
    notKeptBy(message);
  }

  private void keepAll(String which, Map<String, ?> params, Subject evidence, Actor by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<Promise> done =
        sql.sql(
                """
                update promise set evidence_kind = :evidenceKind, evidence_id = :evidenceId,
                  %s where %s and %s
                returning *
                """
                    .formatted(PromiseRows.KEEP, which, PromiseRows.OPEN))
            .params(params)
            .param("evidenceKind", evidence.kind())
            .param("evidenceId", evidence.id())
            .param("now", Sql.at(now))
            .query(PromiseRows.PROMISE)
            .list();
    guard.stand(done.stream().map(Promise::id).toList());
    for (Promise promise : done) {
      if (now.equals(promise.moments().brokenAt())) {
        // Due before its alarm rang, and only now done: late is late.
        guard.note("promise.broken", promise, Actor.SYSTEM, Map.of());
      }
      String kind = promise.broken() ? "promise.made_good" : "promise.kept";
      guard.note(kind, promise, by, Map.of("by", evidence.kind(), "by_id", evidence.id()));
      events.publishEvent(new PromiseKept(promise));
    }
  }

  private Promise replace(long id, Instant dueAt, String how, Telling tell, Actor by) {
    Promise old = endAs(how, id);
    guard.stand(List.of(id));
    Promise anew =
        make(
            new NewPromise(
                old.about(), old.customerId(), old.kind(), old.words(), dueAt, old.owner(), by),
            id);
    Subject told = tell.of(anew);
    sql.sql("update promise set evidence_kind = :kind, evidence_id = :by where id = :id")
        .param("kind", told.kind())
        .param("by", told.id())
        .param("id", id)
        .update();
    guard.note(
        "promise." + how, old, by, Map.of("due", dueAt, "by", told.kind(), "by_id", told.id()));
    return anew;
  }

  private Promise endAs(String how, long id) {
    return sql.sql(
            "update promise set %s_at = :now where id = :id and due_at > :now and %s returning *"
                .formatted(how, PromiseRows.OWED))
        .param("now", Sql.at(clock.instant()))
        .param("id", id)
        .query(PromiseRows.PROMISE)
        .optional()
        .orElseThrow(() -> new Refusal("due", "promises.refusal.no-longer-owed"));
  }

  private Promise make(NewPromise promise, @Nullable Long follows) {
    Instant now = clock.instant();
    if (promise.words().isBlank()) {
      throw new Refusal("next", "promises.refusal.no-words");
    }
    if (!promise.dueAt().isAfter(now)) {
      throw new Refusal("due", "promises.refusal.not-ahead");
    }
    Promise made =
        sql.sql(
                """
                insert into promise (subject_kind, subject_id, customer_id, kind, words, due_at,
                  warn_at, owner_person, owner_team, made_at, made_by_kind, made_by_id, follows_id)
                values (:subjectKind, :subjectId, :customer, :kind, :words, :due,
                  :warn, :person, :team, :now, :byKind, :byId, :follows)
                returning *
                """)
            .param("subjectKind", promise.about().kind())
            .param("subjectId", promise.about().id())
            .param("customer", promise.customerId())
            .param("kind", PromiseRows.code(promise.kind()))
            .param("words", promise.words().strip())
            .param("due", Sql.at(promise.dueAt()))
            .param("warn", Sql.at(Promise.warnAt(now, promise.dueAt())))
            .param("person", promise.owner().person())
            .param("team", promise.owner().team())
            .param("now", Sql.at(now))
            .param("byKind", promise.madeBy().kind())
            .param("byId", promise.madeBy().id())
            .param("follows", follows)
            .query(PromiseRows.PROMISE)
            .single();
    guard.watch(made);
    guard.made(made);
    events.publishEvent(new PromiseMade(made));
    return made;
  }
}
