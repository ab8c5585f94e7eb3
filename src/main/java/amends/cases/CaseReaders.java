package amends.cases;

import amends.messages.Readers;
import amends.shared.Subject;
import amends.staff.Viewer;
import org.springframework.stereotype.Component;

/** What is about a case may be read by whoever may see the case. */
@Component
final class CaseReaders implements Readers {
  private final Cases cases;

  CaseReaders(Cases cases) {
    this.cases = cases;
  }

  @Override
  public boolean mayRead(Viewer viewer, Subject about) {
    return about.kind().equals("case") && cases.maySee(about.id(), viewer);
  }
}
