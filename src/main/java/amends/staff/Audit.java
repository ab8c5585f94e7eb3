package amends.staff;

import amends.journal.Recorded;
import amends.shared.Actor;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done to people, roles, rules and the means of signing in, from the journal. */
@Component
public final class Audit {
  // The same words as the condition of the index, or it is not used.
  private static final String ADMINISTRATION =
      """
      split_part(e.kind, '.', 1) in
        ('staff', 'token', 'hook', 'webhook', 'policy', 'setting', 'calendar', 'retention', 'installation')
      """;

  private final JdbcClient sql;

  Audit(JdbcClient sql) {
    this.sql = sql;
  }

  /** What an entry is about. */
  public enum Area {
    PEOPLE("staff\\.person_.*"),
    ROLES("staff\\.role_.*"),
    TEAMS("staff\\.team_.*"),
    BRANDS("staff\\.brand_.*"),
    RULES(
        "staff\\.rules_.*|policy\\..*|setting\\..*|calendar\\..*|retention\\..*|installation\\..*"),
    TOKENS("token\\..*|hook\\..*|webhook\\..*"),
    MEANS(
        "staff\\.(second_factor_(added|removed|reset)|recovery_.*|passkey_.*|account_.*|password_.*)"),
    SIGN_INS("staff\\.(signed_.*|sign_in_refused|second_factor_refused|sessions_ended)");

    private final String pattern;

    Area(String pattern) {
      this.pattern = pattern;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Which entries.
   *
   * @param areas empty for all but the sign-ins, which are many
   * @param personId who did it or to whom it was done; null for anybody
   * @param from at this moment or later; null for ever
   * @param until before this moment; null for now
   * @param before entries older than this one; null begins with the newest
   */
  public record Question(
      List<Area> areas,
      @Nullable Long personId,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable Long before) {
    public Question {
      areas = List.copyOf(areas);
    }
  }

  /** The newest first. */
  public List<Recorded> read(Question question, int most) {
    return sql.sql(
            """
            select e.id, e.at, e.kind, e.subject_kind, e.subject_id, e.actor_kind, e.actor_id,
              e.payload
            from journal_v_entry e
            where %s and e.kind ~ :kinds
              and (cast(:person as bigint) is null
                or (e.actor_kind = 'person' and e.actor_id = :person)
                or (e.subject_kind = 'person' and e.subject_id = :person))
              and (cast(:from as timestamptz) is null or e.at >= :from)
              and (cast(:until as timestamptz) is null or e.at < :until)
              and (cast(:before as bigint) is null or e.id < :before)
            order by e.id desc limit :most
            """
                .formatted(ADMINISTRATION))
        .param("kinds", kinds(question.areas()))
        .param("person", question.personId())
        .param("from", Sql.atOrNull(question.from()))
        .param("until", Sql.atOrNull(question.until()))
        .param("before", question.before())
        .param("most", most)
        .query((rs, n) ->
            new Recorded(
                rs.getLong("id"),
                Sql.instant(rs, "at"),
                rs.getString("kind"),
                new Subject(rs.getString("subject_kind"), rs.getLong("subject_id")),
                new Actor(rs.getString("actor_kind"), rs.getLong("actor_id")),
                rs.getString("payload")))
        .list();
  }

  private static String kinds(List<Area> areas) {
    List<String> patterns = new ArrayList<>();
    for (Area area : Area.values()) {
      if (areas.isEmpty() ? area != Area.SIGN_INS : areas.contains(area)) {
        patterns.add(area.pattern);
      }
    }
    return "^(" + String.join("|", patterns) + ")$";
  }
}
