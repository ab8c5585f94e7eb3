package amends.cases;

import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a colleague is writing down of a call, kept as it is typed: whoever is on the phone has no
 * case yet. One for each person, since nobody takes two calls at once.
 */
@Component
public final class CallDrafts {
  private static final int LONGEST = 100_000;
  private static final List<String> FIELDS =
      List.of(
          "find",
          "customer",
          "name",
          "email",
          "phone",
          "matter",
          "settled",
          "subject",
          "text",
          "agreed",
          "next",
          "by",
          "nothing_more",
          "minutes",
          "owner");

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Once once;

  CallDrafts(JdbcClient sql, InstantSource clock, Acts acts, Once once) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.once = once;
  }

  /**
   * @param fields as they were typed, by name
   */
  public record Kept(Map<String, String> fields, Instant savedAt) {}

  public Optional<Kept> of(Viewer viewer) {
    return sql.sql("select names, words, saved_at from call_draft where person_id = :me")
        .param("me", viewer.id())
        .query((rs, n) -> new Kept(Drafts.pairs(rs), Sql.instant(rs, "saved_at")))
        .optional();
  }

  /**
   * Keeps what stands in the form. A form that has been sent is not kept again.
   *
   * @throws Refusal when it is longer than a call can be
   */
  public Instant save(Map<String, String> typed, Viewer by) {
    Map<String, String> fields = new HashMap<>();
    FIELDS.forEach(name -> fields.put(name, typed.getOrDefault(name, "")));
    if (fields.values().stream().mapToInt(String::length).sum() > LONGEST) {
      throw new Refusal("text", "cases.draft.too-long", LONGEST);
    }
    Instant now = clock.instant();
    acts.run(() -> {
      if (!once.used(typed.getOrDefault("once", ""), by)) {
        keep(new Kept(fields, now), by);
      }
    });
    return now;
  }

  private void keep(Kept draft, Viewer by) {
    sql.sql(
            """
            insert into call_draft (person_id, names, words, saved_at)
            values (:me, :names, :words, :now)
            on conflict (person_id) do update set names = excluded.names, words = excluded.words,
              saved_at = excluded.saved_at
            """)
        .param("me", by.id())
        .param("names", draft.fields().keySet().toArray(String[]::new))
        .param("words", draft.fields().values().toArray(String[]::new))
        .param("now", Sql.at(draft.savedAt()))
        .update();
  }

  /** It was saved as a call, or thrown away. */
  public void forget(Viewer by) {
    acts.run(() ->
        sql.sql("delete from call_draft where person_id = :me").param("me", by.id()).update());
  }
}
