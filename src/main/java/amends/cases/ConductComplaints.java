package amends.cases;

import amends.promises.Promise;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Complaints about colleagues. Each is a restricted case of its own beside the one that it came
 * from: nobody handles, approves or sees a complaint about themselves, and the other case tells
 * nothing of it.
 */
@Component
public final class ConductComplaints {
  private final JdbcClient sql;
  private final Access access;
  private final Opening opening;
  private final Restrictions restrictions;

  ConductComplaints(JdbcClient sql, Access access, Opening opening, Restrictions restrictions) {
    this.sql = sql;
    this.access = access;
    this.opening = opening;
    this.restrictions = restrictions;
  }

  /**
   * Takes a complaint down in a case of its own.
   *
   * @param id the case in which it came up
   * @return the number of the new case
   * @throws Refusal when the colleague would handle it, or nobody beside oneself would
   */
  public long open(long id, Conduct complaint, Conduct.Words words, Viewer by) {
    return access
        .acts()
        .call(() -> {
          Case about = access.see(id, by);
          access.permits().require(by, Permission.WORK_CASE, about.scope(), about.asSubject());
          require(complaint, by);
          Case opened = opening.open(newCase(about, complaint, words, by));
          restrictions.open(
              opened.id(), complaint.handlers(), complaint.answerBy(), words.look(), by);
          insert(opened.id(), id, complaint.personId(), by);
          access.tell("case.conduct_opened", opened, by.actor(), Map.of());
          return opened.id();
        });
  }

  private static void require(Conduct complaint, Viewer by) {
    if (complaint.personId() == by.id()) {
      throw new Refusal("person", "cases.conduct.refusal.self");
    }
    if (complaint.handlers().contains(complaint.personId())) {
      throw new Refusal("named", "cases.conduct.refusal.handler");
    }
    if (complaint.happened().isBlank()) {
      throw new Refusal("happened", "cases.refusal.no-happened");
    }
  }

  private static NewCase newCase(Case about, Conduct complaint, Conduct.Words words, Viewer by) {
    return new NewCase(
        about.brandId(),
        about.teamId(),
        by.id(),
        about.customerId(),
        about.channel(),
        words.subject(),
        complaint.happened(),
        null,
        null,
        null,
        true,
        Promise.Kind.CONTACT,
        words.promise(),
        complaint.answerBy(),
        by.actor());
  }

  private void insert(long id, long about, long person, Viewer by) {
    sql.sql(
            """
            insert into conduct_complaint (case_id, about_case_id, person_id, opened_by, opened_at)
            values (:id, :about, :person, :by, :now)
            """)
        .param("id", id)
        .param("about", about)
        .param("person", person)
        .param("by", by.id())
        .param("now", Sql.at(access.now()))
        .update();
  }

  /** The complaints that came up in a case, or the case that one came up in: what one may see. */
  public List<Long> linked(long id, Viewer viewer) {
    access.see(id, viewer);
    return sql
        .sql(
            """
            select case_id from conduct_complaint where about_case_id = :id
            union select about_case_id from conduct_complaint where case_id = :id order by 1
            """)
        .param("id", id)
        .query(Long.class)
        .list()
        .stream()
        .filter(other -> maySee(other, viewer))
        .toList();
  }

  private boolean maySee(long id, Viewer viewer) {
    return access
        .find(id)
        .filter(c -> access.permits().may(viewer, Permission.SEE_CASE, c.scope()))
        .isPresent();
  }
}
