package amends.cases;

import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Customers who want to hear only when something changes. Answers to what they said, what was
 * promised to them, real changes, and words of safety or of the law always go; an update without
 * any of these is not sent, and none is promised: the next moment is a look of our own.
 */
@Component
public final class OnlyChanges {
  private final ObjectProvider<ContactWishes> wishes;
  private final Promises promises;
  private final JdbcClient sql;

  OnlyChanges(ObjectProvider<ContactWishes> wishes, Promises promises, JdbcClient sql) {
    this.wishes = wishes;
    this.promises = promises;
    this.sql = sql;
  }

  /** Since when it stands; empty when they hear as promised. */
  public Optional<Instant> since(long caseId) {
    return wishes.stream().flatMap(w -> w.onlyChangesSince(caseId).stream()).findFirst();
  }

  /** Whether what the draft says is to come is a look of our own, and no promise. */
  boolean quietens(Case matter, Draft draft) {
    return !draft.nothingMore()
        && draft.purpose() == Draft.Purpose.USUAL
        && since(matter.id()).isPresent();
  }

  /**
   * @throws Refusal when it is an update that they did not want
   */
  void require(Case matter, Draft draft) {
    if (draft.purpose() == Draft.Purpose.USUAL
        && since(matter.id()).isPresent()
        && !owedToThem(matter)
        && !harmed(matter)) {
      throw new Refusal("purpose", "cases.wish.refusal");
    }
  }

  /** They asked, or something was promised: also when it is late. */
  private boolean owedToThem(Case matter) {
    return promises.about(matter.asSubject()).stream()
        .filter(p -> p.kind() != Promise.Kind.LOOK && p.evidence() == null)
        .anyMatch(p -> p.owed() || p.broken() && p.moments().madeGoodAt() == null);
  }

  private boolean harmed(Case matter) {
    return sql.sql("select exists (select from harm_report where case_id = :case)")
        .param("case", matter.id())
        .query(Boolean.class)
        .single();
  }
}
