package amends.promises;

import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.ReadMemory;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What others have undertaken, so that a customer can be promised it: a colleague accepts first; a
 * supplier's word is written down as they gave it, and chased.
 */
@Component
public final class Undertakings {
  /** How long a colleague has to answer, when it is not due sooner. A house rule. */
  private static final Duration TO_ANSWER = Duration.ofHours(4);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Risks risks;
  private final UndertakingGuard guard;
  private final ReadMemory<Subject, List<Undertaking>> read = new ReadMemory<>();

  Undertakings(
      JdbcClient sql, InstantSource clock, Acts acts, Risks risks, UndertakingGuard guard) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.risks = risks;
    this.guard = guard;
  }

  /**
   * Asks a colleague, who accepts or declines; or writes down what a supplier has promised us.
   *
   * @param by the colleague who asks
   * @throws Refusal when its words are missing or its moment does not lie ahead
   */
  public Undertaking ask(NewUndertaking what, long by) {
    Instant now = clock.instant();
    if (what.words().isBlank()) {
      throw new Refusal("words", "promises.undertaking.refusal.words");
    }
    if (!what.dueAt().isAfter(now)) {
      throw new Refusal("due", "promises.refusal.not-ahead");
    }
    return acts.call(() -> {
      Undertaking asked = insert(what, now, by);
      guard.watch(asked);
      guard.asked(asked, Actor.person(by));
      return asked;
    });
  }

  private Undertaking insert(NewUndertaking what, Instant now, long by) {
    Instant answerBy =
        now.plus(TO_ANSWER).isBefore(what.dueAt()) ? now.plus(TO_ANSWER) : what.dueAt();
    boolean supplier = what.by() instanceof Undertaking.By.Supplier;
    return sql.sql(
            """
            insert into undertaking (subject_kind, subject_id, customer_id, person_id, supplier,
              words, due_at, asked_at, asked_by, answer_by, accepted_at)
            values (:kind, :id, :customer, :person, :supplier,
              :words, :due, :now, :by, :answerBy, :accepted)
            returning *
            """)
        .param("kind", what.about().kind())
        .param("id", what.about().id())
        .param("customer", what.customerId())
        .param("person", person(what.by()))
        .param("supplier", supplier(what.by()))
        .param("words", what.words().strip())
        .param("due", Sql.at(what.dueAt()))
        .param("now", Sql.at(now))
        .param("by", by)
        .param("answerBy", Sql.at(answerBy))
        .param("accepted", supplier ? Sql.at(now) : null)
        .query(UndertakingRows.UNDERTAKING)
        .single();
  }

  private static @Nullable Long person(Undertaking.By by) {
    return switch (by) {
      case Undertaking.By.Colleague colleague -> colleague.person();
      case Undertaking.By.Supplier supplier -> null;
    };
  }

  private static @Nullable String supplier(Undertaking.By by) {
    return switch (by) {
      case Undertaking.By.Colleague colleague -> null;
      case Undertaking.By.Supplier supplier -> {
        if (supplier.name().isBlank()) {
          throw new Refusal("supplier", "promises.undertaking.refusal.supplier");
        }
        yield supplier.name().strip();
      }
    };
  }

  /**
   * The colleague says that they do it.
   *
   * @param person who says so
   * @throws NotFound when somebody else was asked
   * @throws Refusal when it was answered or taken back before, or is due already
   */
  public void accept(long id, long person) {
    acts.run(() -> {
      Undertaking answered =
          change(
              "accepted_at = :now",
              "person_id = :person and accepted_at is null and due_at > :now",
              Map.of("person", person),
              own(id, person));
      guard.answered(answered, "undertaking.accepted", Actor.person(person));
    });
  }

  /**
   * The colleague cannot do it, or no longer can: what rests on it is in danger.
   *
   * @param reason what the asker reads; required
   */
  public void decline(long id, String reason, long person) {
    acts.run(() -> {
      Undertaking asked = own(id, person);
      requireReason(reason);
      Undertaking answered =
          change(
              "declined_at = :now, reason = :reason",
              "person_id = :person",
              Map.of("person", person, "reason", reason.strip()),
              asked);
      guard.answered(answered, "undertaking.declined", Actor.person(person));
      risks.restingOn(id, reason.strip(), Actor.person(person));
    });
  }

  /** Whoever asked needs it no longer. */
  public void withdraw(long id, Actor by) {
    acts.run(() -> {
      Undertaking withdrawn = change("withdrawn_at = :now", "true", Map.of(), undertaking(id));
      guard.ended(withdrawn, "undertaking.withdrawn", by);
    });
  }

  /** It was done. What was in danger because of it is so no longer. */
  public void keep(long id, Actor by) {
    acts.run(() -> {
      Undertaking kept =
          change("kept_at = :now", "accepted_at is not null", Map.of(), undertaking(id));
      guard.ended(kept, "undertaking.kept", by);
      risks.clear(Risks.Kind.UNDERTAKING, id);
    });
  }

  /**
   * They say that it comes later: what rests on it is in danger, before its own clock says so.
   *
   * @param dueAt by when they do it now; null when nobody knows
   * @param reason what they said; required
   */
  public void slip(long id, @Nullable Instant dueAt, String reason, Actor by) {
    requireReason(reason);
    if (dueAt != null && !dueAt.isAfter(clock.instant())) {
      throw new Refusal("due", "promises.refusal.not-ahead");
    }
    acts.run(() -> {
      Undertaking before = undertaking(id);
      Undertaking slipped =
          change(
              "slipped_at = :now, reason = :reason, due_at = :due",
              "accepted_at is not null",
              Map.of(
                  "reason", reason.strip(), "due", Sql.at(dueAt == null ? before.dueAt() : dueAt)),
              before);
      guard.watch(slipped);
      guard.slipped(List.of(slipped), by);
      risks.restingOn(id, reason.strip(), by);
    });
  }

  /** Somebody reminded them. */
  public void chase(long id, Actor by) {
    acts.run(() -> {
      Undertaking chased =
          change("chased_at = :now", "accepted_at is not null", Map.of(), undertaking(id));
      guard.note("undertaking.chased", chased, by);
    });
  }

  /**
   * A promise rests on this word from now on.
   *
   * @throws Refusal when nobody has accepted it, it has ended, or it is done only after the promise
   *     is due: what is not accepted cannot be promised
   */
  public void rest(Promise promise, long id) {
    Undertaking undertaking = undertaking(id);
    if (!undertaking.about().equals(promise.about()) || !undertaking.stands()) {
      throw new Refusal("rests", "promises.undertaking.refusal.not-accepted");
    }
    if (undertaking.dueAt().isAfter(promise.dueAt())) {
      throw new Refusal("by", "promises.undertaking.refusal.later", undertaking.dueAt());
    }
    sql.sql("insert into promise_basis (promise_id, undertaking_id) values (:promise, :id)")
        .param("promise", promise.id())
        .param("id", id)
        .update();
    guard.note("undertaking.promised", undertaking, promise.madeBy());
  }

  public Undertaking undertaking(long id) {
    return sql.sql("select * from undertaking where id = :id")
        .param("id", id)
        .query(UndertakingRows.UNDERTAKING)
        .optional()
        .orElseThrow(() -> new NotFound(Subject.of("undertaking", id)));
  }

  /** What others undertook for one matter, oldest first. */
  public List<Undertaking> about(Subject subject) {
    return read.of(
        subject,
        one ->
            sql.sql(
                    "select * from undertaking where subject_kind = :kind and subject_id = :id order by id")
                .param("kind", one.kind())
                .param("id", one.id())
                .query(UndertakingRows.UNDERTAKING)
                .list());
  }

  /** What a colleague is asked for and has not answered, then what they have accepted. */
  public List<Undertaking> of(long person) {
    return sql.sql(
            """
            select * from undertaking where person_id = :person and %s
            order by accepted_at is not null, due_at, id limit 500
            """
                .formatted(UndertakingRows.OPEN))
        .param("person", person)
        .query(UndertakingRows.UNDERTAKING)
        .list();
  }

  private Undertaking own(long id, long person) {
    Undertaking undertaking = undertaking(id);
    if (!undertaking.by().equals(new Undertaking.By.Colleague(person))) {
      throw new NotFound(Subject.of("undertaking", id));
    }
    return undertaking;
  }

  private Undertaking change(
      String set, String where, Map<String, ?> params, Undertaking undertaking) {
    return sql.sql(
            "update undertaking set %s where id = :id and %s and %s returning *"
                .formatted(set, where, UndertakingRows.OPEN))
        .params(params)
        .param("id", undertaking.id())
        .param("now", Sql.at(clock.instant()))
        .query(UndertakingRows.UNDERTAKING)
        .optional()
        .orElseThrow(() -> new Refusal("", "promises.undertaking.refusal.over"));
  }

  private static void requireReason(String reason) {
    if (reason.isBlank()) {
      throw new Refusal("reason", "promises.undertaking.refusal.reason");
    }
  }
}
