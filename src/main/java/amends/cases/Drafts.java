package amends.cases;

import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a colleague is writing in a case and has not sent: kept as it is typed, for that person
 * alone, wherever they sign in. One for each form of the composer.
 */
@Component
public final class Drafts {
  private static final int LONGEST = 100_000;

  /** What is to happen on sending, besides. */
  private static final List<String> ALSO =
      List.of("also_tags", "also_owner", "also_whom", "also_words", "also_look");

  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "reply",
              with(ALSO, "text", "next", "by", "done", "nothing_more", "rests", "way", "later"),
          "note", with(ALSO, "text"),
          "statement", List.of("text", "teller", "who"),
          "call",
              with(
                  ALSO,
                  "text",
                  "direction",
                  "minutes",
                  "settled",
                  "next",
                  "by",
                  "nothing_more",
                  "rests"));

  /** What is chosen when nobody has chosen: a draft that holds nothing else is none. */
  private static final List<String> CHOICES = List.of("teller", "direction", "way");

  private final JdbcClient sql;
  private final Access access;
  private final Acts acts;
  private final Once once;

  Drafts(JdbcClient sql, Access access, Acts acts, Once once) {
    this.sql = sql;
    this.access = access;
    this.acts = acts;
    this.once = once;
  }

  /**
   * @param fields as they were typed, by name
   * @param version grows with each saving
   */
  public record Kept(String mode, Map<String, String> fields, int version, Instant savedAt) {}

  /** What became of a saving. */
  public sealed interface Saving {
    /** Kept; the next saving names this version. Zero when nothing was left to keep. */
    record Done(int version, Instant at) implements Saving {}

    /** Another page of the same person has saved since; nothing was overwritten. */
    record Elsewhere(Kept kept) implements Saving {}
  }

  /** All that the viewer has begun in a case, by the form it was typed into. */
  public Map<String, Kept> of(long caseId, Viewer viewer) {
    Map<String, Kept> all = new HashMap<>();
    access
        .rows()
        .filed()
        .list(caseId, () -> begun(caseId, viewer), Filed.Kind.DRAFT)
        .forEach(kept -> all.put(kept.mode(), kept));
    return all;
  }

  private List<Kept> begun(long caseId, Viewer viewer) {
    return sql.sql("select * from case_draft where case_id = :case and person_id = :me")
        .param("case", caseId)
        .param("me", viewer.id())
        .query(Drafts::kept)
        .list();
  }

  /**
   * Saves what stands in the form; an empty form forgets the draft.
   *
   * @param version of the draft that the page knows; 0 for none
   * @throws Refusal when there is no such form, or it is longer than a letter can be
   */
  public Saving save(long caseId, String mode, Map<String, String> typed, int version, Viewer by) {
    access
        .permits()
        .require(by, Permission.WORK_CASE, access.see(caseId, by).scope(), Case.subject(caseId));
    Map<String, String> fields = fields(mode, typed);
    return acts.call(() -> {
      if (once.used(typed.getOrDefault("once", ""), by)) {
        return new Saving.Done(0, access.now());
      }
      return isEmpty(fields)
          ? forgotten(caseId, mode, version, by)
          : saved(new Kept(mode, fields, version, access.now()), caseId, by);
    });
  }

  private Saving saved(Kept draft, long caseId, Viewer by) {
    Optional<Integer> version =
        sql.sql(
                """
                insert into case_draft (case_id, person_id, mode, names, words, version, saved_at)
                values (:case, :me, :mode, :names, :words, :version + 1, :now)
                on conflict (case_id, person_id, mode) do update set names = excluded.names,
                  words = excluded.words, version = excluded.version, saved_at = excluded.saved_at
                where case_draft.version = :version
                returning version
                """)
            .param("case", caseId)
            .param("me", by.id())
            .param("mode", draft.mode())
            .param("names", draft.fields().keySet().toArray(String[]::new))
            .param("words", draft.fields().values().toArray(String[]::new))
            .param("version", draft.version())
            .param("now", Sql.at(draft.savedAt()))
            .query(Integer.class)
            .optional();
    if (version.isPresent()) {
      return new Saving.Done(version.get(), draft.savedAt());
    }
    Kept other = of(caseId, by).get(draft.mode());
    // Gone between the two looks: then nothing is in the way any more.
    return other == null ? saved(draft, caseId, by) : new Saving.Elsewhere(other);
  }

  private Saving forgotten(long caseId, String mode, int version, Viewer by) {
    Kept kept = of(caseId, by).get(mode);
    if (kept != null && kept.version() != version) {
      return new Saving.Elsewhere(kept);
    }
    forget(caseId, mode, version, by);
    return new Saving.Done(0, access.now());
  }

  /** Thrown away by whoever wrote it. */
  public void discard(long caseId, String mode, int version, Viewer by) {
    access.see(caseId, by);
    forget(caseId, mode, version, by);
  }

  /** It was sent, or thrown away. What another page has saved since stays. */
  public void forget(long caseId, String mode, int version, Viewer by) {
    acts.run(() ->
        sql.sql(
                """
                delete from case_draft where case_id = :case and person_id = :me and mode = :mode
                  and version <= :version
                """)
            .param("case", caseId)
            .param("me", by.id())
            .param("mode", mode)
            .param("version", version)
            .update());
  }

  /** A message was taken back: its words are a draft again, before whatever was begun since. */
  void putBack(long caseId, Map<String, String> fields, Viewer by) {
    Kept since = of(caseId, by).get("reply");
    Map<String, String> both = new TreeMap<>(fields);
    int version = 0;
    if (since != null) {
      version = since.version();
      String more = since.fields().getOrDefault("text", "");
      both.merge("text", more, (a, b) -> a.equals(b) || b.isBlank() ? a : a + "\n\n" + b);
    }
    saved(new Kept("reply", both, version, access.now()), caseId, by);
  }

  /** The fields that a draft of this form holds, out of everything that was sent. */
  static Map<String, String> fields(String mode, Map<String, String> typed) {
    List<String> names = FIELDS.get(mode);
    if (names == null) {
      throw new Refusal("mode", "cases.draft.mode");
    }
    Map<String, String> fields = new TreeMap<>();
    names.forEach(name -> fields.put(name, typed.getOrDefault(name, "")));
    if (fields.values().stream().mapToInt(String::length).sum() > LONGEST) {
      throw new Refusal("text", "cases.draft.too-long", LONGEST);
    }
    return fields;
  }

  private static List<String> with(List<String> more, String... names) {
    return Stream.concat(Stream.of(names), more.stream()).toList();
  }

  private static boolean isEmpty(Map<String, String> fields) {
    return fields.entrySet().stream()
        .allMatch(e -> CHOICES.contains(e.getKey()) || e.getValue().isBlank());
  }

  private static Kept kept(ResultSet rs, int n) throws SQLException {
    return new Kept(
        rs.getString("mode"), pairs(rs), rs.getInt("version"), Sql.instant(rs, "saved_at"));
  }

  static Map<String, String> pairs(ResultSet rs) throws SQLException {
    String[] names = strings(rs.getArray("names"));
    String[] words = strings(rs.getArray("words"));
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      pairs.put(names[i], words[i]);
    }
    return pairs;
  }

  private static String[] strings(Array array) throws SQLException {
    return (String[]) array.getArray();
  }
}
