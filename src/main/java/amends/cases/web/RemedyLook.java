package amends.cases.web;

import amends.cases.Case;
import amends.remedies.Remedies;
import amends.remedies.Ruling;
import amends.remedies.Safe;
import amends.remedies.Wanted;
import amends.shared.Refusal;
import amends.staff.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks ahead at what would be decided, also while not everything is told that it needs. */
@Component
final class RemedyLook {
  private final Remedies remedies;

  RemedyLook(Remedies remedies) {
    this.remedies = remedies;
  }

  /**
   * What was seen.
   *
   * @param missing what has to be told first; then there is no decision yet
   */
  record Seen(@Nullable Ruling ruling, Safe safe, @Nullable Refusal missing) {
    boolean above() {
      return ruling instanceof Ruling.Above;
    }
  }

  Seen at(Case matter, Wanted wanted, Viewer by) {
    try {
      Remedies.Outlook outlook = remedies.look(matter.asSubject(), wanted, by);
      return new Seen(outlook.ruling(), outlook.safe(), null);
    } catch (Refusal missing) {
      return new Seen(null, new Safe.Clear(), missing);
    }
  }
}
