package amends.portal.web;

import amends.cases.Case;
import amends.customers.ContactPoint;
import amends.portal.PortalFile;
import amends.portal.StopAnswers;
import amends.remedies.Amounts;
import amends.remedies.Catalogue;
import amends.remedies.RemedyGrant;
import amends.remedies.fulfilment.Stop;
import amends.shared.Texts.Voice;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What was stopped or is claimed back, told to the customer in plain words. */
@Component
final class StoppedSides {
  private final StopAnswers answers;
  private final Catalogue catalogue;

  StoppedSides(StopAnswers answers, Catalogue catalogue) {
    this.answers = answers;
    this.catalogue = catalogue;
  }

  List<RightView.Stopped> of(PortalFile file, Voice t, Sheets.Look look) {
    ContactPoint code = file.asked().codeTo();
    String to = code == null ? "" : Masks.email(code.address());
    return answers.of(file.file().matter()).stream().map(one -> side(one, t, look, to)).toList();
  }

  /** What does not leave while nothing is decided. */
  Set<Long> halted(Case matter) {
    return answers.of(matter).stream()
        .filter(one -> one.stop().isOpen() && !one.stop().isReclaim())
        .map(one -> one.grant().id())
        .collect(Collectors.toSet());
  }

  private RightView.Stopped side(
      StopAnswers.Stopped one, Voice t, Sheets.Look look, String codeTo) {
    Stop stop = one.stop();
    String way = stop.isReclaim() ? "reclaim" : "stop";
    String why = t.say("remedies.stop.letter.reason." + stop.reason().code());
    String answer = stop.answer() == null ? "" : stop.answer();
    long id = one.grant().id();
    boolean mine = look.form().value("grant").equals(String.valueOf(id));
    return new RightView.Stopped(
        id,
        t.say("portal.stop.title." + way, what(one.grant(), t)),
        t.say("portal.stop.words." + way, why),
        stop.isOpen() ? open(t, stop) : decided(t, stop, way, why),
        answer,
        stop.isOpen(),
        StopAnswers.provable(one.grant()) && !look.desk(),
        codeTo,
        mine && look.act().equals("stop-code"));
  }

  private static String open(Voice t, Stop stop) {
    return stop.answeredAt() == null
        ? t.say("portal.stop.until", t.moment(stop.answerUntil()))
        : t.say("portal.stop.answered");
  }

  private static String decided(Voice t, Stop stop, String way, String why) {
    boolean upheld = Boolean.TRUE.equals(stop.upheld());
    return upheld ? t.say("portal.stop.upheld." + way, why) : t.say("portal.stop.lifted." + way);
  }

  private String what(RemedyGrant grant, Voice t) {
    String name = catalogue.find(grant.remedyId()).map(one -> one.in(t.locale()).name()).orElse("");
    return grant.kind().isMoney() && grant.amount().minor() > 0
        ? t.say("portal.choose.what", name, Amounts.words(grant.amount(), t.locale()))
        : name;
  }
}
