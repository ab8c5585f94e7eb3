package amends.cases;

import amends.messages.Notice;
import amends.messages.Notices;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Person;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A restricted matter: named people alone know of it, whatever the roles of others, and only words
 * that a second of them has approved leave it. The journal holds codes and numbers, and nobody is
 * asked for the reason.
 */
@Component
public final class Restrictions {
  private final JdbcClient sql;
  private final Access access;
  private final ContactRules rules;
  private final RuleRows rows;
  private final Telling telling;

  Restrictions(JdbcClient sql, Access access, ContactRules rules, RuleRows rows, Telling telling) {
    this.sql = sql;
    this.access = access;
    this.rules = rules;
    this.rows = rows;
    this.telling = telling;
  }

  /** Who colleagues are, and how they hear that a case is theirs to know of. */
  @Component
  record Telling(Staff staff, Notices notices) {
    void named(Case matter, Set<Long> people) {
      notices.tell(people.stream().map(p -> notice(matter, p, "cases.notice.named")).toList());
    }

    static Notice notice(Case matter, long person, String words) {
      return new Notice(
          Notice.Kind.NEWS,
          Subject.of("restriction", matter.id()),
          matter.asSubject(),
          words,
          Objects.requireNonNullElse(matter.nextDueAt(), matter.openedAt()),
          person,
          null);
    }
  }

  /**
   * Words that are to leave the matter.
   *
   * @param approvedBy null while nobody has
   */
  public record Wording(
      long id, String words, long writtenBy, Instant writtenAt, @Nullable Long approvedBy) {}

  /**
   * Restricts a case to these people and to whoever restricts it.
   *
   * @throws Refusal when they are fewer than two, one of them has left, or the owner is not one
   */
  public void open(long id, Set<Long> people, Instant reviewAt, String look, Viewer by) {
    access.work(
        id,
        Permission.SETTLE,
        by,
        matter -> {
          Set<Long> named = new TreeSet<>(people);
          named.add(by.id());
          require(matter, named, by);
          NewRule rule =
              new NewRule(ContactRule.Kind.RESTRICTED, false, null, reviewAt, null, null, null);
          rules.begin(matter, rule, look, by);
          name(id, named);
          forgetDrafts(id, named);
        });
  }

  /** What others had begun to write is no longer theirs to see. */
  private void forgetDrafts(long id, Set<Long> named) {
    sql.sql("delete from case_draft where case_id = :case and not person_id = any(:named)")
        .param("case", id)
        .param("named", named.toArray(Long[]::new))
        .update();
  }

  private void require(Case matter, Set<Long> named, Viewer by) {
    if (!by.isPerson() || named.size() < 2) {
      throw new Refusal("named", "cases.people.refusal.two");
    }
    boolean gone =
        named.stream().anyMatch(p -> telling.staff().find(p).filter(Person::active).isEmpty());
    if (gone) {
      throw new Refusal("named", "cases.refusal.owner-gone");
    }
    Long owner = matter.ownerId();
    if (owner != null && !named.contains(owner)) {
      throw new Refusal(
          "named",
          "cases.people.refusal.owner",
          telling.staff().find(owner).map(Person::name).orElse(""));
    }
  }

  /**
   * Changes who is named, also without oneself; whoever is new hears of it.
   *
   * @throws Refusal when they are fewer than two, one of them has left, the owner is not one, or
   *     the complaint is about one of them
   */
  public void name(long id, Set<Long> people, Viewer by) {
    access.work(
        id,
        Permission.SETTLE,
        by,
        matter -> {
          Set<Long> before = matter.named();
          if (before == null) {
            throw new Refusal("", "cases.people.refusal.unrestricted");
          }
          Set<Long> named = new TreeSet<>(people);
          require(matter, named, by);
          if (about(id).filter(named::contains).isPresent()) {
            throw new Refusal("named", "cases.conduct.refusal.handler");
          }
          Set<Long> added = new TreeSet<>(named);
          added.removeAll(before);
          name(id, named);
          forgetDrafts(id, named);
          telling.named(matter, added);
          access.tell("case.restriction_named", matter, by.actor(), Map.of("named", named.size()));
        });
  }

  private Optional<Long> about(long id) {
    return sql.sql("select person_id from conduct_complaint where case_id = :case")
        .param("case", id)
        .query(Long.class)
        .optional();
  }

  /** Ends the restriction: whoever's role reaches the case knows of it again. */
  public void close(long id, Viewer by) {
    access.touch(
        id,
        Permission.SETTLE,
        by,
        matter -> {
          ContactRule stands =
              rows.standing(id, ContactRule.Kind.RESTRICTED)
                  .orElseThrow(() -> new Refusal("", "cases.people.refusal.unrestricted"));
          if (isConduct(id)) {
            throw new Refusal("", "cases.conduct.refusal.stays");
          }
          name(id, null);
          rules.end(access.rows().get(id), stands, by);
        });
  }

  private void name(long id, @Nullable Set<Long> people) {
    sql.sql("update amends_case set named_only = :named, restricted = :restricted where id = :id")
        .param("restricted", people != null)
        .param("named", people == null ? null : people.toArray(Long[]::new), java.sql.Types.ARRAY)
        .param("id", id)
        .update();
  }

  private boolean isConduct(long id) {
    return sql.sql("select exists (select from conduct_complaint where case_id = :id)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** Puts words up for approval. */
  public void word(long id, String words, Viewer by) {
    access.work(
        id,
        Permission.WORK_CASE,
        by,
        matter -> {
          if (words.isBlank()) {
            throw new Refusal("text", "cases.refusal.no-text");
          }
          long wording =
              sql.sql(
                      """
                      insert into approved_words (case_id, words, written_by, written_at)
                      values (:case, :words, :by, :now) returning id
                      """)
                  .param("case", id)
                  .param("words", words.strip().replace("\r\n", "\n"))
                  .param("by", by.id())
                  .param("now", Sql.at(access.now()))
                  .query(Long.class)
                  .single();
          access.tell("case.words_written", matter, by.actor(), Map.of("words", wording));
        });
  }

  /**
   * Approves what another of the named people has written.
   *
   * @throws Refusal when it is one's own, or approved already
   */
  public void approve(long id, long wording, Viewer by) {
    access.work(
        id,
        Permission.WORK_CASE,
        by,
        matter -> {
          Wording found =
              wordings(matter).stream()
                  .filter(w -> w.id() == wording)
                  .findFirst()
                  .orElseThrow(() -> new Refusal("", "cases.people.refusal.no-words"));
          if (!by.isPerson() || found.writtenBy() == by.id()) {
            throw new Refusal("", "cases.people.refusal.own-words");
          }
          sql.sql(
                  """
                  update approved_words set approved_by = :by, approved_at = :now
                  where id = :id and approved_by is null
                  """)
              .param("by", by.id())
              .param("now", Sql.at(access.now()))
              .param("id", wording)
              .update();
          access.tell("case.words_approved", matter, by.actor(), Map.of("words", wording));
        });
  }

  /** What was put up, the newest first. */
  public List<Wording> wordings(long id, Viewer viewer) {
    return wordings(access.see(id, viewer));
  }

  private List<Wording> wordings(Case matter) {
    return sql.sql("select * from approved_words where case_id = :case order by id desc")
        .param("case", matter.id())
        .query(Restrictions::wording)
        .list();
  }

  private static Wording wording(ResultSet rs, int n) throws SQLException {
    return new Wording(
        rs.getLong("id"),
        rs.getString("words"),
        rs.getLong("written_by"),
        Sql.instant(rs, "written_at"),
        Sql.longOrNull(rs, "approved_by"));
  }
}
