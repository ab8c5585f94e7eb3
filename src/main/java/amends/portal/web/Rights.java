package amends.portal.web;

import amends.cases.Case;
import amends.cases.CaseFile;
import amends.cases.Outcome;
import amends.customers.ContactPoint;
import amends.portal.Choices;
import amends.portal.PortalFile;
import amends.remedies.Amounts;
import amends.remedies.Catalogue;
import amends.remedies.Interim;
import amends.remedies.Interims;
import amends.remedies.Offer;
import amends.remedies.Remedies;
import amends.remedies.Remedy;
import amends.remedies.RemedyGrant;
import amends.shared.Money;
import amends.shared.Texts.Voice;
import amends.shared.page.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a customer can choose from and what they receive, in their words. */
@Component
final class Rights {
  private final Choices choices;
  private final Remedies remedies;
  private final Catalogue catalogue;
  private final Interims interims;
  private final StoppedSides stopped;

  Rights(
      Choices choices,
      Remedies remedies,
      Catalogue catalogue,
      Interims interims,
      StoppedSides stopped) {
    this.choices = choices;
    this.remedies = remedies;
    this.catalogue = catalogue;
    this.interims = interims;
    this.stopped = stopped;
  }

  RightView of(PortalFile file, Voice t, Promised promised, Sheets.Look look) {
    Case matter = file.file().matter();
    return new RightView(
        choices.open(matter).stream()
            .findFirst()
            .map(offer -> choose(file, t, promised, look, offer))
            .orElse(null),
        received(matter, t, promised),
        stopped.of(file, t, look),
        choices.chosen(matter).map(Offer::id).orElse(0L),
        nothing(file, t));
  }

  private RightView.Choose choose(
      PortalFile file, Voice t, Promised promised, Sheets.Look look, Offer offer) {
    ContactPoint code = file.asked().codeTo();
    return new RightView.Choose(
        offer.id(),
        offer.choices().stream()
            .sorted(Comparator.comparing(Offer.Choice::place))
            .map(choice -> way(t, promised, choice))
            .toList(),
        t.say("portal.choose.until", t.moment(offer.validUntil())),
        code == null ? "" : Masks.email(code.address()),
        look.act().equals("choice-code"));
  }

  private RightView.Way way(Voice t, Promised promised, Offer.Choice choice) {
    Optional<Remedy> remedy = catalogue.find(choice.wanted().remedyId());
    Remedy.Words words = remedy.map(one -> one.in(t.locale())).orElse(new Remedy.Words("", "", ""));
    Instant at = choice.wanted().promisedAt();
    return new RightView.Way(
        choice.id(),
        named(t, words.name(), choice.told()),
        words.means(),
        at != null
            ? t.say("portal.choose.when", t.moment(at))
            : remedy.map(one -> within(t, one)).orElse(""),
        words.customerDoes().isBlank() ? "" : t.say("portal.choose.does", words.customerDoes()));
  }

  /** A package is there with the last of its parts. */
  private String within(Voice t, Remedy remedy) {
    List<Remedy> all =
        Stream.concat(
                Stream.of(remedy),
                remedy.parts().stream().flatMap(part -> catalogue.find(part).stream()))
            .toList();
    int days = all.stream().mapToInt(Remedy::leadDays).max().orElse(0);
    int hours = all.stream().mapToInt(Remedy::leadHours).max().orElse(0);
    return days > 0
        ? t.say("portal.choose.when.days", days)
        : hours > 0 ? t.say("portal.choose.when.hours", hours) : t.say("portal.choose.when.now");
  }

  /** What something costs us is nothing to tell a customer; what they get is. */
  private static String named(Voice t, String name, @Nullable Money money) {
    return money == null
        ? name
        : t.say("portal.choose.what", name, Amounts.words(money, t.locale()));
  }

  private List<SheetView.Line> received(Case matter, Voice t, Promised promised) {
    Set<Long> halted = stopped.halted(matter);
    return remedies.of(matter.asSubject()).stream()
        .filter(grant -> grant.state() != RemedyGrant.State.UNDONE)
        .sorted(Comparator.comparing(RemedyGrant::grantedAt).reversed())
        .map(grant -> line(t, promised, grant, halted.contains(grant.id())))
        .toList();
  }

  private SheetView.Line line(Voice t, Promised promised, RemedyGrant grant, boolean halted) {
    String name = catalogue.find(grant.remedyId()).map(one -> one.in(t.locale()).name()).orElse("");
    boolean paid = grant.kind().isMoney() && grant.amount().minor() > 0;
    String what = named(t, name, paid ? grant.amount() : null);
    if (halted) {
      return new SheetView.Line(Clock.State.MOVED, what, t.say("portal.received.stopped"));
    }
    return switch (grant.state()) {
      case DONE -> new SheetView.Line(Clock.State.KEPT, what, there(t, grant));
      case FAILED -> new SheetView.Line(Clock.State.OVERDUE, what, t.say("portal.received.failed"));
      case CAME_BACK ->
          new SheetView.Line(Clock.State.OVERDUE, what, t.say("portal.received.came-back"));
      case STOPPED, UNDONE, RECLAIMED ->
          new SheetView.Line(Clock.State.MOVED, what, t.say("portal.received.stopped"));
      case GRANTED, UNKNOWN ->
          new SheetView.Line(Clock.State.PLENTY, what, ahead(t, promised, grant));
    };
  }

  /** What is only for now says so as long as it bridges. */
  private String there(Voice t, RemedyGrant grant) {
    String ended = t.say("portal.received.ended." + grant.kind().end(), t.date(doneAt(grant)));
    return bridging(grant)
        .map(interim -> t.say("portal.received.bridges", ended, t.moment(interim.endsAt())))
        .orElse(ended);
  }

  private Optional<Interim> bridging(RemedyGrant grant) {
    return grant.interim()
        ? interims.of(grant.id()).filter(interim -> interim.endedAt() == null)
        : Optional.empty();
  }

  private static Instant doneAt(RemedyGrant grant) {
    Instant at = grant.fate().doneAt();
    return at == null ? grant.grantedAt() : at;
  }

  private String ahead(Voice t, Promised promised, RemedyGrant grant) {
    Optional<Interim> interim = bridging(grant);
    if (interim.isPresent()) {
      return t.say("portal.received.interim", t.moment(interim.get().endsAt()));
    }
    // What takes no time was there "by" the moment at which it was given.
    Instant at = grant.promisedAt();
    return at == null || !at.isAfter(grant.grantedAt())
        ? t.say("portal.received.way")
        : promised.by(at);
  }

  /** Honest words where nothing of ours suits them: who listens, and who else there is. */
  private String nothing(PortalFile file, Voice t) {
    CaseFile.Settlement settled = file.file().settlement();
    if (settled != null && settled.outcome() == Outcome.REFUSED && settled.turnTo() != null) {
      return t.say("portal.choose.nothing.words", file.brand().name(), settled.turnTo());
    }
    boolean said = settled == null && choices.refused(file.file().matter()).isPresent();
    return said ? t.say("portal.choose.nothing.yet") : "";
  }
}
