package amends.honesty;

import amends.shared.Actor;
import amends.shared.Subject;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.time.Calendars;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Checks drafts against what the rooms know, and notes what was sent all the same. */
@Component
public final class Honesty {
  private final ObjectProvider<Evidence> evidence;
  private final Overrulings overrulings;
  private final Calendars calendars;

  Honesty(ObjectProvider<Evidence> evidence, Overrulings overrulings, Calendars calendars) {
    this.evidence = evidence;
    this.calendars = calendars;
    this.overrulings = overrulings;
  }

  /**
   * What is found, with evidence.
   *
   * @param t the writer's language and zone
   */
  public List<Finding> check(DraftText draft, Voice t) {
    return new HonestWords(
            t, evidence.orderedStream().toList(), Optional.empty(), calendars::office)
        .check(draft);
  }

  /** The same for the command line: by whoever is asked, with everything that is known. */
  public List<Finding> check(DraftText draft, Texts texts) {
    return check(draft, texts.voice(draft.locale(), draft.zone()));
  }

  /**
   * What would stop at the send gate is right as it stands, says whoever sends it, in the act in
   * which it is sent.
   *
   * @param reason a code of {@link Overrulings#REASONS}; anything else overrules nothing
   */
  public void overrule(Subject about, String reason, Actor by) {
    overrulings.note(about, reason, by);
  }

  /** Codes of the reasons for which words are sent as they are. */
  public static List<String> reasons() {
    return Overrulings.REASONS;
  }
}
