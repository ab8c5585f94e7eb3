package amends.cases.web;

import amends.cases.Forewarnings;
import amends.promises.Risks;
import amends.shared.Texts.Voice;
import amends.shared.page.Page;
import java.util.List;
import org.springframework.stereotype.Component;

/** What puts promises in danger, in a sentence for colleagues and in one for customers. */
@Component
final class DangerWords {
  String cause(Page page, Forewarnings.Cause cause) {
    Voice t = page.t();
    return t.say(
        "cases.danger.cause",
        title(t, cause.kind(), cause.reason()),
        cause.promises(),
        t.at(cause.firstDue(), page.now()));
  }

  String title(Voice t, Risks.Kind kind, String reason) {
    String what = t.say("cases.danger.title." + kind.code());
    return reason.isBlank() ? what : t.say("cases.danger.title.reason", what, reason);
  }

  /**
   * An offer for the words to the customers, which fits what all of them were promised; whoever
   * sends them can change them.
   */
  String why(Voice t, Risks.Kind kind, List<String> promised) {
    return t.say("cases.danger.why." + kind.code() + "." + Deeds.of(promised));
  }
}
