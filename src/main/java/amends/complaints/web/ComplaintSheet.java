package amends.complaints.web;

import amends.cases.Case;
import amends.complaints.Clock;
import amends.complaints.Complaint;
import amends.complaints.Complaint.Outcome;
import amends.complaints.Complaints;
import amends.complaints.Investigators;
import amends.complaints.LetterKind;
import amends.complaints.Rules;
import amends.complaints.Switches;
import amends.complaints.web.ComplaintDoor.Visit;
import amends.messages.Message;
import amends.messages.Messages;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.staff.Person;
import amends.staff.Staff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the page of a complaint shows. */
@Component
final class ComplaintSheet {
  private final ComplaintDoor door;
  private final Complaints complaints;
  private final Around around;
  private final ClockLines clockLines;

  ComplaintSheet(ComplaintDoor door, Complaints complaints, Around around, ClockLines clockLines) {
    this.door = door;
    this.complaints = complaints;
    this.around = around;
    this.clockLines = clockLines;
  }

  /** Whom and what else it shows. */
  @Component
  record Around(Switches switches, Investigators investigators, Staff staff, Messages messages) {}

  ModelAndView shown(Visit visit, Form form, String act) {
    Case matter = door.see(visit);
    Complaint complaint = complaints.of(matter.id()).orElse(null);
    ComplaintView view =
        new ComplaintView(
            visit.page(),
            matter.id(),
            matter.subject(),
            door.customer(matter),
            door.mayWork(visit, matter) && !matter.closed(),
            regimes(visit.page().t()),
            complaint == null ? null : held(visit, matter, complaint),
            complaint == null && act.isEmpty() ? offered(visit, matter) : form,
            act);
    return new ModelAndView("complaints/complaint", "v", view);
  }

  private static Form offered(Visit visit, Case matter) {
    Map<String, String> offered = new HashMap<>();
    offered.put("received", ReceivedAt.shown(matter.openedAt(), visit.page().t()));
    offered.put("way", matter.channel().equals("phone") ? "oral" : "written");
    offered.put("wants", matter.asks() == null ? "" : matter.asks());
    return Form.of(offered);
  }

  private List<Choice> regimes(Voice t) {
    List<Choice> choices = new ArrayList<>();
    Map<String, LocalDate> on = around.switches().on();
    Rules.regimes().stream()
        .filter(regime -> on.containsKey(regime.code()))
        .forEach(regime ->
            choices.add(
                new Choice(
                    regime.code(),
                    t.say("complaints.rules." + regime.code()),
                    t.say("complaints.rules." + regime.code() + ".who"))));
    return choices;
  }

  private ComplaintView.Held held(Visit visit, Case matter, Complaint complaint) {
    Voice t = visit.page().t();
    Long investigator = complaint.investigatorId();
    Complaint.Decision decision = complaint.decision();
    Complaint.Referral referral = complaint.referral();
    List<Clock> clocks = complaints.clocks(complaint);
    return new ComplaintView.Held(
        facts(t, complaint),
        clocks.stream().map(clock -> clockLines.line(visit.page(), complaint, clock)).toList(),
        around.investigators().free(matter, complaint.receivedAt()).stream()
            .map(p -> Choice.of(String.valueOf(p.id()), p.name()))
            .toList(),
        investigator == null ? null : name(investigator),
        investigator != null && investigator == visit.viewer().id(),
        Arrays.stream(Outcome.values())
            .filter(o -> o != Outcome.WITHDRAWN)
            .map(o -> Choice.of(o.code(), t.say("complaints.outcome." + o.code())))
            .toList(),
        decision == null ? null : decided(t, decision),
        decision == null ? null : decision.findings(),
        complaint.acceptedAt() != null,
        referral == null
            ? null
            : t.say("complaints.referred", referral.to(), t.date(referral.at())),
        letters(t),
        written(visit, matter, complaint));
  }

  private static List<Choice> facts(Voice t, Complaint complaint) {
    List<Choice> facts = new ArrayList<>();
    facts.add(Choice.of(t.say("complaints.fact.received"), t.moment(complaint.receivedAt())));
    facts.add(Choice.of(t.say("complaints.fact.way"), t.say("complaints.way." + complaint.way())));
    if (!complaint.wants().isBlank()) {
      facts.add(Choice.of(t.say("complaints.fact.wants"), complaint.wants()));
    }
    facts.add(Choice.of(t.say("complaints.fact.eligible"), complaint.eligible()));
    if (complaint.vulnerable()) {
      facts.add(
          Choice.of(
              t.say("complaints.fact.vulnerable"),
              t.say(complaint.unmetNeed() ? "complaints.fact.unmet" : "complaints.fact.known")));
    }
    return facts;
  }

  private static String decided(Voice t, Complaint.Decision decision) {
    String outcome = t.say("complaints.outcome." + decision.outcome().code());
    var redress = decision.redress();
    return redress == null
        ? t.say("complaints.decided", outcome, t.date(decision.at()))
        : t.say(
            "complaints.decided.redress",
            outcome,
            t.date(decision.at()),
            Amounts.words(redress, t.locale()));
  }

  private static List<Choice> letters(Voice t) {
    return Arrays.stream(LetterKind.values())
        .map(kind -> Choice.of(kind.code(), t.say("complaints.letter." + kind.code())))
        .toList();
  }

  private List<ComplaintView.WrittenLine> written(Visit visit, Case matter, Complaint complaint) {
    Voice t = visit.page().t();
    Map<Long, Message> messages = new HashMap<>();
    around.messages().about(matter.asSubject()).forEach(m -> messages.put(m.id(), m));
    return complaints.letters(complaint).stream()
        .map(letter ->
            new ComplaintView.WrittenLine(
                t.say("complaints.letter." + letter.kind().code()),
                t.say(
                    "complaints.letter.by", name(letter.writtenBy()), t.moment(letter.writtenAt())),
                t.say("complaints.sent." + state(messages.get(letter.messageId())))))
        .toList();
  }

  private static String state(@Nullable Message message) {
    if (message == null || message.notSent() != null || message.delivery() == null) {
      return "not";
    }
    return message.delivery().acceptedAt() == null ? "going" : "arrived";
  }

  private String name(long person) {
    return person < 0
        ? around.staff().tokenNames(Set.of(person)).getOrDefault(person, "–")
        : around.staff().people(Set.of(person)).stream().findFirst().map(Person::name).orElse("–");
  }
}
