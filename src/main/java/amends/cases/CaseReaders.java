package amends.cases;

import amends.messages.Readers;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import amends.staff.Visible;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is about a case may be read by whoever may see the case. */
@Component
final class CaseReaders implements Readers {
  private final Cases cases;
  private final Permits permits;
  private final JdbcClient sql;

  CaseReaders(Cases cases, Permits permits, JdbcClient sql) {
    this.cases = cases;
    this.permits = permits;
    this.sql = sql;
  }

  @Override
  public boolean mayRead(Viewer viewer, Subject about) {
    return about.kind().equals("case") && cases.maySee(about.id(), viewer);
  }

  @Override
  public boolean mayWork(Viewer viewer, Subject about) {
    return mayRead(viewer, about)
        && cases.may(viewer, Permission.WORK_CASE, cases.see(about.id(), viewer));
  }

  @Override
  public Set<Subject> readable(Viewer viewer, Collection<Subject> abouts) {
    Visible visible = permits.visible(viewer);
    return sql
        .sql(
            "select c.id from amends_case c where c.id = any(:ids) and "
                + visible.where("c.owner_id", "c.team_id", "c.brand_id", "c.named_only"))
        .param(
            "ids",
            abouts.stream()
                .filter(about -> about.kind().equals("case"))
                .map(Subject::id)
                .toArray(Long[]::new))
        .params(visible.params())
        .query(Long.class)
        .list()
        .stream()
        .map(Case::subject)
        .collect(Collectors.toSet());
  }
}
