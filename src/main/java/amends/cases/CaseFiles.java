package amends.cases;

import amends.journal.Journal;
import amends.messages.Messages;
import amends.promises.Promises;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes out the file of a case: one statement for each kind of thing in it. */
@Component
public final class CaseFiles {
  private static final int MOST_BEFORE = 6;

  private final Access access;
  private final CaseRecords records;
  private final Messages messages;
  private final Promises promises;
  private final Journal journal;

  CaseFiles(
      Access access, CaseRecords records, Messages messages, Promises promises, Journal journal) {
    this.access = access;
    this.records = records;
    this.messages = messages;
    this.promises = promises;
    this.journal = journal;
  }

  /**
   * @throws amends.shared.NotFound when there is none, or the viewer may not know of it
   */
  public CaseFile of(long id, Viewer viewer) {
    Case matter = access.see(id, viewer);
    return new CaseFile(
        matter,
        messages.about(matter.asSubject()),
        promises.about(matter.asSubject()),
        journal.history(matter.asSubject()),
        records.told(id),
        records.ended(id),
        records.waits(id),
        before(matter, viewer));
  }

  /** The same file for the customer's own page: nothing of it depends on who looks. */
  CaseFile whole(long id) {
    Case matter = access.rows().get(id);
    return new CaseFile(
        matter,
        messages.about(matter.asSubject()),
        promises.about(matter.asSubject()),
        List.of(),
        records.told(id),
        records.ended(id),
        records.waits(id),
        List.of());
  }

  /**
   * The files of the cases that were merged into this one, and into those; few, if any. Without
   * those that are restricted to others.
   */
  public List<CaseFile> merged(CaseFile survivor, Viewer viewer) {
    return access.rows().mergedInto(survivor.matter().id()).stream()
        .map(this::whole)
        .filter(part -> mayKnow(part.matter(), viewer))
        .toList();
  }

  private static boolean mayKnow(Case matter, Viewer viewer) {
    Set<Long> named = matter.named();
    return named == null || named.contains(viewer.id());
  }

  private List<Case> before(Case matter, Viewer viewer) {
    return access.rows().ofCustomer(matter.customerId(), MOST_BEFORE).stream()
        .filter(other -> other.id() != matter.id())
        .filter(other -> access.permits().may(viewer, Permission.SEE_CASE, other.scope()))
        .toList();
  }
}
