package amends.cases;

import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Words that cases are sorted by, in small letters. The list grows as people tag; leads rename one,
 * and by that merge two.
 */
@Component
public final class Tags {
  private static final int LONGEST = 40;
  private static final int MOST = 20;

  private final JdbcClient sql;
  private final Access access;
  private final ApplicationEventPublisher events;

  Tags(JdbcClient sql, Access access, ApplicationEventPublisher events) {
    this.sql = sql;
    this.access = access;
    this.events = events;
  }

  /**
   * @param uses in how many cases, whoever may see them
   */
  public record Tag(long id, String name, long uses) {}

  /**
   * What was typed, with commas between: in small letters, without signs before, each once.
   *
   * @throws Refusal of the field {@code tags} when one is too long, or there are too many
   */
  public static List<String> read(String typed) {
    TreeSet<String> read = new TreeSet<>();
    Arrays.stream(typed.split("[,;\\n]", -1))
        .map(Tags::normal)
        .filter(t -> !t.isEmpty())
        .forEach(read::add);
    read.stream()
        .filter(tag -> tag.length() > LONGEST)
        .findFirst()
        .ifPresent(tag -> {
          throw new Refusal("tags", "cases.refusal.tag-long", tag, LONGEST);
        });
    if (read.size() > MOST) {
      throw new Refusal("tags", "cases.refusal.tags-many", MOST);
    }
    return List.copyOf(read);
  }

  private static String normal(String typed) {
    return typed
        .strip()
        .replaceFirst("^#+", "")
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }

  /** The tags of a case, by name; give a case that the viewer may see. */
  public List<String> of(long caseId) {
    return access.rows().filed().list(caseId, () -> named(caseId), Filed.Kind.TAG);
  }

  private List<String> named(long caseId) {
    return sql.sql(
            """
            select g.name from case_tag x join tag g on g.id = x.tag_id
            where x.case_id = :case order by g.name
            """)
        .param("case", caseId)
        .query(String.class)
        .list();
  }

  /** Every tag, by name. */
  public List<Tag> all() {
    return sql.sql(
            """
            select g.id, g.name, count(x.case_id) as uses
            from tag g left join case_tag x on x.tag_id = g.id
            group by g.id order by g.name
            """)
        .query((rs, n) -> new Tag(rs.getLong("id"), rs.getString("name"), rs.getLong("uses")))
        .list();
  }

  /** These tags and no others. */
  public void set(long caseId, Collection<String> names, Viewer by) {
    access.touch(
        caseId,
        Permission.WORK_CASE,
        by,
        matter -> {
          if (!of(caseId).equals(List.copyOf(names))) {
            sql.sql("delete from case_tag where case_id = :case").param("case", caseId).update();
            put(Map.of(caseId, List.copyOf(names)));
            access.tell("case.tagged", matter, by.actor(), Map.of());
            events.publishEvent(new CaseChanged(caseId, by));
          }
        });
  }

  /** These tags too. */
  public void add(long caseId, Collection<String> names, Viewer by) {
    TreeSet<String> all = new TreeSet<>(of(caseId));
    all.addAll(names);
    set(caseId, List.copyOf(all), by);
  }

  /** What another system calls its tags, as they are kept here; what is too long is left out. */
  static List<String> foreign(Collection<String> names) {
    return names.stream()
        .map(Tags::normal)
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST)
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** Puts tags to cases, in two statements. */
  void put(Map<Long, List<String>> tagged) {
    List<Long> cases = new ArrayList<>();
    List<String> names = new ArrayList<>();
    tagged.forEach((id, each) ->
        each.forEach(name -> {
          cases.add(id);
          names.add(name);
        }));
    String[] all = names.toArray(String[]::new);
    sql.sql(
            """
            insert into tag (name, made_at)
            select distinct n, cast(:now as timestamptz) from unnest(cast(:names as text[])) n
            on conflict do nothing
            """)
        .param("names", all)
        .param("now", Sql.at(access.now()))
        .update();
    sql.sql(
            """
            insert into case_tag (case_id, tag_id)
            select x.case_id, g.id
            from unnest(cast(:cases as bigint[]), cast(:names as text[])) as x(case_id, name)
            join tag g on g.name = x.name
            on conflict do nothing
            """)
        .param("cases", cases.toArray(Long[]::new))
        .param("names", all)
        .update();
  }

  /**
   * Gives a tag another name; one that another tag has already makes both one.
   *
   * @throws NotFound when there is no such tag
   */
  public void rename(long id, String typed, Viewer by) {
    access.permits().require(by, Permission.KEEP_DESK);
    List<String> names = read(typed);
    if (names.size() != 1) {
      throw new Refusal("name", "cases.refusal.tag-name", LONGEST);
    }
    access
        .acts()
        .run(() -> {
          String before = lock(id);
          Long other =
              sql.sql("select id from tag where name = :name and id <> :id for update")
                  .param("name", names.getFirst())
                  .param("id", id)
                  .query(Long.class)
                  .optional()
                  .orElse(null);
          if (other == null) {
            sql.sql("update tag set name = :name where id = :id")
                .param("name", names.getFirst())
                .param("id", id)
                .update();
          } else {
            merge(id, other);
          }
          follow(before, names.getFirst());
          access
              .journal()
              .record(
                  other == null ? "tag.renamed" : "tag.merged", Subject.of("tag", id), by.actor());
        });
  }

  /** Whatever names it goes on naming it. */
  private void follow(String before, String name) {
    for (String table : List.of("saved_view", "routing_rule")) {
      sql.sql("update %s set tag = :name where tag = :before".formatted(table))
          .param("name", name)
          .param("before", before)
          .update();
    }
  }

  private void merge(long id, long into) {
    sql.sql(
            """
            insert into case_tag (case_id, tag_id) select case_id, :into from case_tag
            where tag_id = :id on conflict do nothing
            """)
        .param("id", id)
        .param("into", into)
        .update();
    sql.sql("delete from case_tag where tag_id = :id").param("id", id).update();
    sql.sql("delete from tag where id = :id").param("id", id).update();
  }

  /** Its name. */
  private String lock(long id) {
    return sql.sql("select name from tag where id = :id for update")
        .param("id", id)
        .query(String.class)
        .optional()
        .orElseThrow(() -> new NotFound(Subject.of("tag", id)));
  }
}
