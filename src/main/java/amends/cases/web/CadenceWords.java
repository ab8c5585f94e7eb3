package amends.cases.web;

import amends.promises.CadenceRule;
import amends.promises.CadenceRule.Stage;
import amends.shared.Texts.Voice;
import java.util.ArrayList;
import java.util.List;

/** A rhythm in words: "every 24 hours, once; then every 3 days". */
final class CadenceWords {
  private CadenceWords() {}

  static String of(CadenceRule rule, Voice t) {
    List<String> parts = new ArrayList<>();
    for (Stage stage : rule.stages()) {
      String every = t.counted("cases.cadence.every." + stage.unit().code(), stage.every());
      Integer times = stage.times();
      parts.add(
          times == null
              ? every
              : t.say("cases.cadence.times", every, t.counted("cases.cadence.often", times)));
    }
    return String.join(t.say("cases.cadence.then"), parts);
  }

  /** What else holds of it: who hears, in which hours, and through the night. */
  static String more(CadenceRule rule, Voice t) {
    List<String> parts = new ArrayList<>();
    parts.add(t.say("cases.cadence.audience." + rule.audience().code()));
    parts.add(t.say(rule.workingHours() ? "cases.cadence.working" : "cases.cadence.all"));
    if (rule.severity() != CadenceRule.Severity.ANY) {
      parts.add(t.say("cases.cadence.severity." + rule.severity().code()));
    }
    if (!rule.channel().isEmpty()) {
      parts.add(t.say("cases.cadence.channel." + rule.channel()));
    }
    if (rule.safety()) {
      parts.add(t.say("cases.cadence.safety"));
    }
    return String.join(" · ", parts);
  }
}
