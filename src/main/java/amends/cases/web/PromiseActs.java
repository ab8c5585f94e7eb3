package amends.cases.web;

import amends.cases.Renewals;
import amends.cases.Word;
import amends.promises.Promise;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What the pages about one promise share: what was promised, and what was said about it since. */
@Component
final class PromiseActs {
  /** Told by a message that is written now. */
  static final String WRITE = "write";

  private final Renewals renewals;

  PromiseActs(Renewals renewals) {
    this.renewals = renewals;
  }

  Renewals renewals() {
    return renewals;
  }

  /** What was promised, and until when anything can be done about it but keep it. */
  String note(Ask ask) {
    Promise promise = renewals.promise(ask.id(), ask.part(), ask.viewer());
    boolean late = !promise.owed() || !promise.dueAt().isAfter(ask.page().now());
    return ask.page()
        .t()
        .say(
            late ? "cases.promise.note.late" : "cases.promise.note",
            promise.words(),
            promise.dueAt());
  }

  /** A message to be written now, or a call in which they were told. */
  List<Choice> told(Ask ask) {
    Voice t = ask.page().t();
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice(WRITE, t.say("cases.move.write"), t.say("cases.move.write.hint")));
    choices.addAll(said(ask, w -> w.what().kind().equals("call")));
    return choices;
  }

  List<Choice> said(Ask ask, Predicate<Word> which) {
    Voice t = ask.page().t();
    return renewals.said(ask.id(), ask.part(), ask.viewer()).stream()
        .filter(which)
        .map(w ->
            new Choice(
                w.what().kind() + ":" + w.what().id(),
                t.say("cases.said." + w.what().kind(), w.at()),
                t.say("cases.line.quoted", w.said())))
        .toList();
  }

  static Subject word(Ask ask, String field) {
    String[] parts = ask.field(field).split(":", -1);
    if (parts.length != 2 || !parts[1].matches("\\d{1,18}")) {
      throw new Refusal(field, "cases.refusal.no-evidence");
    }
    return Subject.of(parts[0], Long.parseLong(parts[1]));
  }
}
