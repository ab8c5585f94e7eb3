package amends.cases.web;

import amends.cases.Case;
import amends.remedies.Remedies;
import amends.remedies.RemedyGrant;
import amends.remedies.RemedyGrant.State;
import amends.shared.Texts.Voice;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a case has received already: whoever is about to give more reads it before. */
@Component
final class GivenHere {
  private static final int LAST = 5;

  /** What did not reach them, or was taken back, was not received. */
  private static final Set<State> STANDS =
      EnumSet.of(State.GRANTED, State.UNKNOWN, State.DONE, State.CAME_BACK);

  private final Remedies remedies;
  private final GrantLines lines;

  GivenHere(Remedies remedies, GrantLines lines) {
    this.remedies = remedies;
    this.lines = lines;
  }

  List<String> of(Ask ask, Case matter) {
    Voice t = ask.page().t();
    return remedies.of(matter.asSubject()).stream()
        .filter(grant -> grant.packageId() == null && STANDS.contains(grant.state()))
        .sorted(Comparator.comparing(RemedyGrant::grantedAt).reversed())
        .limit(LAST)
        .map(grant ->
            t.say(
                "cases.remedy.already",
                lines.what(t, grant.remedyId(), grant.amount()),
                lines.stands(t, ask.page().now(), ask.viewer(), grant)))
        .toList();
  }
}
