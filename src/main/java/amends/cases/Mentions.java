package amends.cases;

import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Colleague;
import amends.staff.Permission;
import amends.staff.Person;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Colleagues named in notes. Only somebody who may see the case can be named in it; who may no
 * longer see it is no longer shown the words.
 */
@Component
public final class Mentions {
  private static final int MOST = 200;

  private final JdbcClient sql;
  private final Access access;
  private final Staff staff;

  Mentions(JdbcClient sql, Access access, Staff staff) {
    this.sql = sql;
    this.access = access;
    this.staff = staff;
  }

  /**
   * Somebody named the viewer in a note.
   *
   * @param by the writer's name; null when a program wrote
   * @param doneAt null while it is open
   */
  public record Mention(
      long id,
      long caseId,
      String customer,
      String subject,
      String words,
      @Nullable String by,
      Instant at,
      @Nullable Instant doneAt) {}

  /** Those who could be named in a case: everybody else who may see it, by name. */
  public List<Person> possible(Case matter, Viewer viewer) {
    return staff.roster().stream()
        .filter(c -> c.person().active() && c.person().id() != viewer.id())
        .filter(c -> sees(c, matter))
        .map(Colleague::person)
        .toList();
  }

  /** The viewer's open mentions, the oldest first; or those that are done, the latest first. */
  public List<Mention> of(Viewer viewer, boolean done) {
    return sql.sql(
            """
            select m.*, k.name as customer, c.subject, n.words, p.name as writer
            from mention m
            join amends_case c on c.id = m.case_id
            join customers_v_customer k on k.id = c.customer_id
            join note n on n.id = m.note_id
            left join staff_v_person p on p.id = n.written_by
            where m.person_id = :me and\
            """
                + (done ? " m.done_at is not null and " : " m.done_at is null and ")
                + visible(viewer)
                + (done ? " order by m.done_at desc, m.id desc" : " order by m.at, m.id")
                + " limit :most")
        .params(params(viewer))
        .param("me", viewer.id())
        .param("most", MOST)
        .query((rs, n) ->
            new Mention(
                rs.getLong("id"),
                rs.getLong("case_id"),
                rs.getString("customer"),
                rs.getString("subject"),
                rs.getString("words"),
                rs.getString("writer"),
                Sql.instant(rs, "at"),
                Sql.instantOrNull(rs, "done_at")))
        .list();
  }

  /** How many are open. */
  public int count(Viewer viewer) {
    return sql.sql(
            "select count(*) from mention m join amends_case c on c.id = m.case_id"
                + " where m.person_id = :me and m.done_at is null and "
                + visible(viewer))
        .params(params(viewer))
        .param("me", viewer.id())
        .query(Integer.class)
        .single();
  }

  /**
   * Marks one's own done, or open again.
   *
   * @throws NotFound when it is nobody's or somebody else's
   */
  public void mark(long id, boolean done, Viewer by) {
    access
        .acts()
        .run(() -> {
          long caseId =
              sql.sql("select case_id from mention where id = :id and person_id = :me for update")
                  .param("id", id)
                  .param("me", by.id())
                  .query(Long.class)
                  .optional()
                  .orElseThrow(() -> new NotFound(Subject.of("mention", id)));
          Case matter = access.see(caseId, by);
          sql.sql("update mention set done_at = :at where id = :id")
              .param("at", Sql.atOrNull(done ? access.now() : null))
              .param("id", id)
              .update();
          String kind = done ? "case.mention_done" : "case.mention_open";
          access.tell(kind, matter, by.actor(), Map.of("mention", id));
        });
  }

  /**
   * Notes who is named in a note that has just been written.
   *
   * @throws Refusal when a name is nobody's or several people's, or its bearer may not see the case
   */
  void note(long noteId, Case matter, String words, Viewer by) {
    if (!Named.anybody(words)) {
      return;
    }
    List<Colleague> here = staff.roster().stream().filter(c -> c.person().active()).toList();
    Set<Person> named = Named.in(words, here.stream().map(Colleague::person).toList());
    here.stream()
        .filter(c -> named.contains(c.person()) && !sees(c, matter))
        .findFirst()
        .ifPresent(c -> {
          throw new Refusal("text", "cases.refusal.mention-unseeing", c.person().name());
        });
    Long[] people = named.stream().map(Person::id).filter(id -> id != by.id()).toArray(Long[]::new);
    sql.sql(
            """
            insert into mention (case_id, note_id, person_id, at)
            select :case, :note, p, :now from unnest(cast(:people as bigint[])) as p
            """)
        .param("case", matter.id())
        .param("note", noteId)
        .param("people", people)
        .param("now", Sql.at(access.now()))
        .update();
  }

  private boolean sees(Colleague colleague, Case matter) {
    Person p = colleague.person();
    Viewer viewer =
        new Viewer(
            p.id(),
            p.name(),
            p.email(),
            p.locale(),
            p.zone(),
            colleague.grants(),
            colleague.teams());
    return access.permits().may(viewer, Permission.SEE_CASE, matter.scope());
  }

  private String visible(Viewer viewer) {
    return access.permits().visible(viewer).where("c.owner_id", "c.team_id", "c.brand_id");
  }

  private Map<String, Object> params(Viewer viewer) {
    return access.permits().visible(viewer).params();
  }
}
