package amends.cases;

import amends.messages.Readers;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import org.springframework.stereotype.Component;

/** Whoever may see a case may read its messages and what came with them. */
@Component
final class CaseReaders implements Readers {
  private final CaseRows rows;
  private final Permits permits;

  CaseReaders(CaseRows rows, Permits permits) {
    this.rows = rows;
    this.permits = permits;
  }

  @Override
  public boolean mayRead(Viewer viewer, Subject about) {
    try {
      return about.kind().equals("case")
          && permits.may(viewer, Permission.SEE_CASE, rows.get(about.id()).scope());
    } catch (NotFound e) {
      return false;
    }
  }
}
