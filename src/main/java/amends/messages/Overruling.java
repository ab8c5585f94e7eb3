package amends.messages;

import amends.shared.Actor;
import amends.shared.Subject;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link SendGate} stops can be right as it stands: whoever sends it says why, and that is
 * kept and counted. The room whose gate can be overruled implements it.
 */
public interface Overruling {
  /** Codes of the reasons; the words of one are {@code honesty.overrule.<code>}. */
  List<String> reasons();

  /** Whether a reason lets through what was refused with this key. */
  boolean answers(String refusal);

  /**
   * Notes the reason, in the act in which the words are sent.
   *
   * @param reason one of {@link #reasons}; anything else overrules nothing
   */
  void note(Subject about, String reason, Actor by);

  /** The reasons in words, to choose from, and first that nothing is overruled. */
  static List<Choice> choices(Voice t, List<String> reasons) {
    List<Choice> all = new ArrayList<>();
    if (!reasons.isEmpty()) {
      all.add(Choice.of("", t.say("honesty.overrule.none")));
      reasons.forEach(reason -> all.add(Choice.of(reason, t.say("honesty.overrule." + reason))));
    }
    return all;
  }
}
