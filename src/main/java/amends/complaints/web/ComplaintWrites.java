package amends.complaints.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.Draft;
import amends.complaints.Clock;
import amends.complaints.Complaint;
import amends.complaints.Complaints;
import amends.complaints.Investigators;
import amends.complaints.LetterKind;
import amends.complaints.Letters;
import amends.complaints.Switches;
import amends.complaints.web.ComplaintJsons.DecideJson;
import amends.complaints.web.ComplaintJsons.DecisionJson;
import amends.complaints.web.ComplaintJsons.HeldJson;
import amends.complaints.web.ComplaintJsons.LetterJson;
import amends.complaints.web.ComplaintJsons.NewComplaintJson;
import amends.complaints.web.ComplaintJsons.NextJson;
import amends.complaints.web.ComplaintJsons.ObligationJson;
import amends.complaints.web.ComplaintJsons.PartJson;
import amends.complaints.web.ComplaintJsons.PreparedJson;
import amends.complaints.web.ComplaintJsons.RedressJson;
import amends.complaints.web.ComplaintJsons.SendLetterJson;
import amends.customers.Customers;
import amends.shared.Money;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.staff.Person;
import amends.staff.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What programs do with formal complaints: the same acts as at the desk. */
@Component
final class ComplaintWrites {
  private final Complaints complaints;
  private final Letters letters;
  private final Around around;
  private final InstantSource clock;
  private final Voice t;

  /** Whose complaint it is, and by which rules. */
  @Component
  record Around(Cases cases, Customers customers, Switches switches, Investigators investigators) {}

  ComplaintWrites(
      Complaints complaints, Letters letters, Around around, InstantSource clock, Texts texts) {
    this.complaints = complaints;
    this.letters = letters;
    this.around = around;
    this.clock = clock;
    this.t = texts.voice(Locale.ENGLISH, ZoneOffset.UTC);
  }

  private Complaint complaint(long caseId, Viewer by) {
    around.cases().see(caseId, by);
    return complaints.of(caseId).orElseThrow(() -> new NotFound(Subject.of("complaint", caseId)));
  }

  HeldJson see(long caseId, Viewer by) {
    Complaint c = complaint(caseId, by);
    List<ObligationJson> owed = obligations(caseId, by);
    Complaint.Referral referral = c.referral();
    return new HeldJson(
        c.caseId(),
        c.receivedAt(),
        c.way(),
        c.wants(),
        c.eligible(),
        c.vulnerable(),
        c.unmetNeed(),
        c.regimes(),
        owed.stream()
            .filter(one -> one.rule().endsWith(".acknowledgement"))
            .map(ObligationJson::state)
            .findFirst()
            .orElse(null),
        c.investigatorId(),
        DecisionJson.of(c.decision()),
        c.acceptedAt(),
        referral == null ? null : referral.to(),
        owed,
        complaints.letters(c).stream().map(LetterJson::of).toList());
  }

  List<ObligationJson> obligations(long caseId, Viewer by) {
    Instant now = clock.instant();
    return complaints.clocks(complaint(caseId, by)).stream()
        .map(running -> ObligationJson.of(running, words(running), now))
        .toList();
  }

  private String words(Clock running) {
    return t.say("complaints.clock." + running.rule());
  }

  List<Person> free(long caseId, Viewer by) {
    Case matter = around.cases().see(caseId, by);
    return around.investigators().free(matter, complaint(caseId, by).receivedAt());
  }

  HeldJson receive(long caseId, NewComplaintJson said, Viewer by) {
    for (String code : said.rules()) {
      if (!around.switches().on().containsKey(code)) {
        throw new Refusal("regimes", "complaints.refusal.off", code);
      }
    }
    complaints.receive(
        caseId,
        new Complaint.Received(
            said.receivedAt(),
            said.way(),
            said.wants().strip(),
            said.eligible().strip(),
            Boolean.TRUE.equals(said.vulnerable()),
            Boolean.TRUE.equals(said.unmetNeed()),
            said.rules().stream().distinct().toList()),
        by);
    return see(caseId, by);
  }

  HeldJson assign(long caseId, long person, Viewer by) {
    complaints.assign(caseId, person, by);
    return see(caseId, by);
  }

  HeldJson decide(long caseId, DecideJson said, Viewer by) {
    complaints.decided(
        caseId,
        said.investigatorId(),
        new Complaints.Decided(said.of(), said.findings(), money(said.redress())),
        by);
    return see(caseId, by);
  }

  private static @Nullable Money money(@Nullable RedressJson said) {
    if (said == null) {
      return null;
    }
    String code = said.currency().toUpperCase(Locale.ROOT);
    if (Currency.getAvailableCurrencies().stream()
        .noneMatch(known -> known.getCurrencyCode().equals(code))) {
      throw new Refusal("currency", "complaints.refusal.currency");
    }
    return new Money(said.minor(), code);
  }

  HeldJson accept(long caseId, String said, Viewer by) {
    complaints.accept(caseId, customer(caseId, by), said, by);
    return see(caseId, by);
  }

  HeldJson withdraw(long caseId, String said, Viewer by) {
    complaints.withdraw(caseId, customer(caseId, by), said, by);
    return see(caseId, by);
  }

  private String customer(long caseId, Viewer by) {
    return around.customers().customer(around.cases().see(caseId, by).customerId()).name();
  }

  HeldJson refer(long caseId, String to, @Nullable String reference, Viewer by) {
    complaints.refer(caseId, to, reference == null ? "" : reference, by);
    return see(caseId, by);
  }

  static LetterKind kind(String code) {
    return LetterKind.of(code).orElseThrow(() -> new NotFound(Subject.of("page", 0)));
  }

  PreparedJson prepared(long caseId, LetterKind kind, Viewer by) {
    Complaint complaint = complaint(caseId, by);
    return new PreparedJson(
        kind.code(),
        letters.prepared(complaint, kind, t),
        letters.parts(complaint, kind).stream()
            .map(part -> PartJson.of(part, t.say("complaints.part." + part.code() + ".name")))
            .toList());
  }

  LetterJson send(long caseId, LetterKind kind, SendLetterJson said, Viewer by) {
    long message = letters.send(caseId, kind, draft(said), by, t);
    return complaints.letters(complaint(caseId, by)).stream()
        .filter(letter -> letter.messageId() == message)
        .map(LetterJson::of)
        .findFirst()
        .orElseThrow();
  }

  private static Draft draft(SendLetterJson said) {
    NextJson next = said.next();
    boolean nothing = Boolean.TRUE.equals(said.nothingMore());
    if (nothing == (next != null)) {
      throw new Refusal("next", "complaints.refusal.next");
    }
    return next == null
        ? new Draft(said.text(), null, null, true)
        : new Draft(said.text(), next.words(), next.dueAt(), false);
  }
}
