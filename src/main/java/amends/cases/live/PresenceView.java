package amends.cases.live;

import amends.cases.live.Presences.Present;
import amends.shared.Texts.Voice;
import java.util.List;

/** Who else has a case open; the fragment {@code cases/presentnow.jte}. */
public record PresenceView(Voice t, List<Present> others) {}
