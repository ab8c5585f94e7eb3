package amends.cases;

import amends.journal.Journal;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The look back after a matter was settled: what the customer says, or that nobody answered. */
@Component
final class FollowUps {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Promises promises;
  private final Journal journal;
  private final Outstanding outstanding;

  FollowUps(
      JdbcClient sql,
      InstantSource clock,
      Promises promises,
      Journal journal,
      Outstanding outstanding) {
    this.sql = sql;
    this.clock = clock;
    this.promises = promises;
    this.journal = journal;
    this.outstanding = outstanding;
  }

  /**
   * One look back, or one try of it. {@code result} is right, not_right or no_answer; {@code by} is
   * 0 when the customers said it themselves, and negative for a token.
   */
  record FollowUp(long id, String result, String channel, String words, long by, Instant at) {}

  /** Notes it; the follow-up that was promised is kept by it, or made good. */
  FollowUp note(Case matter, String result, String channel, String words, Actor by) {
    if (!List.of("right", "not_right", "no_answer").contains(result)) {
      throw new Refusal("result", "cases.refusal.result");
    }
    if (!result.equals("no_answer") && words.isBlank()) {
      throw new Refusal("words", "cases.refusal.no-word");
    }
    FollowUp made = insert(matter, result, channel, words.strip(), by);
    journal.record(
        "case.followed_up",
        matter.asSubject(),
        by,
        Map.of("follow_up", made.id(), "result", result));
    keepPromised(matter, made, by);
    if (result.equals("right")) {
      outstanding.proven(matter, words.strip(), by);
    }
    return made;
  }

  List<FollowUp> of(long caseId) {
    return sql.sql(
            "select *, coalesce(made_by, -made_by_token) as maker from follow_up where case_id = :case order by made_at, id")
        .param("case", caseId)
        .query((rs, n) ->
            new FollowUp(
                rs.getLong("id"),
                rs.getString("result"),
                rs.getString("channel"),
                rs.getString("words"),
                rs.getLong("maker"),
                Sql.instant(rs, "made_at")))
        .list();
  }

  /** Looks back since the settlement that stands, the newest last. */
  List<FollowUp> since(long caseId, Instant settledAt) {
    return of(caseId).stream().filter(f -> !f.at().isBefore(settledAt)).toList();
  }

  private void keepPromised(Case matter, FollowUp made, Actor by) {
    Subject evidence = Subject.of("follow_up", made.id());
    promises.about(matter.asSubject()).stream()
        .filter(p -> p.kind() == Promise.Kind.FOLLOW_UP)
        .filter(p -> p.owed() || (p.broken() && p.moments().madeGoodAt() == null))
        .forEach(p -> promises.keep(p.id(), evidence, by));
  }

  private FollowUp insert(Case matter, String result, String channel, String words, Actor by) {
    Long person = by.isPerson() ? by.id() : null;
    Long token = by.isToken() ? by.id() : null;
    Instant now = clock.instant();
    long id =
        sql.sql(
                """
                insert into follow_up
                  (case_id, result, channel, words, made_by, made_by_token, made_at)
                values (:case, :result, :channel, :words, :by, :token, :now) returning id
                """)
            .param("case", matter.id())
            .param("result", result)
            .param("channel", channel)
            .param("words", words)
            .param("by", person)
            .param("token", token)
            .param("now", Sql.at(now))
            .query(Long.class)
            .single();
    long maker = person != null ? person : token != null ? -token : 0;
    return new FollowUp(id, result, channel, words, maker, now);
  }
}
