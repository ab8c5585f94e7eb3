package amends.promises;

import amends.shared.Actor;
import amends.shared.Subject;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One matter owes what another one owed, and gives it back when they turn out to be two. Joins the
 * caller's act; who answers and the alarms stay as they are.
 */
@Component
public final class PassingOn {
  /** Some promises, and those that stand for them since. */
  private static final String CHAIN =
      """
      id in (
        with recursive chain as (
          select id from promise where id = any(:ids)
          union select p.id from promise p join chain on p.follows_id = chain.id)
        select id from chain)
      """;

  private final JdbcClient sql;
  private final Guard guard;

  PassingOn(JdbcClient sql, Guard guard) {
    this.sql = sql;
    this.guard = guard;
  }

  /**
   * Another matter stands for this one from now on, and owes what this one owed.
   *
   * @return what was passed on, by id
   */
  public List<Long> passOn(Subject from, Subject to, Actor by) {
    sql.sql(
            """
            update undertaking set subject_kind = :toKind, subject_id = :toId,
              passed_from = coalesce(passed_from, :from)
            where subject_kind = :kind and subject_id = :from and\
            """
                + " "
                + UndertakingRows.OPEN)
        .param("kind", from.kind())
        .param("from", from.id())
        .param("toKind", to.kind())
        .param("toId", to.id())
        .update();
    return moved(
        "made_good_at is null and num_nonnulls(kept_at, moved_at, agreed_at, released_at) = 0",
        List.of(),
        from,
        to,
        by);
  }

  /**
   * Gives back what had been passed on, whatever has become of it, with the promises that stand for
   * it since; as far as it is still there.
   */
  public void passBack(List<Long> passed, Subject from, Subject to, Actor by) {
    sql.sql(
            """
            update undertaking set subject_kind = :toKind, subject_id = :to, passed_from = null
            where subject_kind = :kind and subject_id = :from and passed_from = :to
            """)
        .param("kind", from.kind())
        .param("from", from.id())
        .param("toKind", to.kind())
        .param("to", to.id())
        .update();
    moved(CHAIN, passed, from, to, by);
  }

  /**
   * These turn out to be about another matter: it owes them, and what stands for them since, with
   * what was undertaken for them alone.
   */
  public void passAlong(List<Long> some, Subject from, Subject to, Actor by) {
    List<Long> moved = moved(CHAIN, some, from, to, by);
    sql.sql(
            """
            update undertaking u set subject_kind = :toKind, subject_id = :toId
            where u.subject_kind = :kind and u.subject_id = :from
              and exists (select from promise_basis b
                where b.undertaking_id = u.id and b.promise_id = any(:moved))
              and not exists (select from promise_basis b
                where b.undertaking_id = u.id and b.promise_id <> all(:moved))
            """)
        .param("kind", from.kind())
        .param("from", from.id())
        .param("toKind", to.kind())
        .param("toId", to.id())
        .param("moved", moved.toArray(Long[]::new))
        .update();
  }

  private List<Long> moved(String which, List<Long> ids, Subject from, Subject to, Actor by) {
    List<Promise> moved =
        sql.sql(
                """
                update promise set subject_kind = :toKind, subject_id = :toId
                where subject_kind = :kind and subject_id = :id and %s
                returning *
                """
                    .formatted(which))
            .param("kind", from.kind())
            .param("id", from.id())
            .param("toKind", to.kind())
            .param("toId", to.id())
            .param("ids", ids.toArray(Long[]::new))
            .query(PromiseRows.PROMISE)
            .list();
    moved.forEach(p -> guard.note("promise.passed_on", p, by, Map.of("from", from.id())));
    return moved.stream().map(Promise::id).toList();
  }
}
