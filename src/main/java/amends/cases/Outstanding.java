package amends.cases;

import amends.remedies.Arrivals;
import amends.remedies.Interims;
import amends.remedies.Offer;
import amends.remedies.Offers;
import amends.remedies.Remedies;
import amends.remedies.RemedyCheck;
import amends.remedies.RemedyGrant;
import amends.remedies.Request;
import amends.remedies.Requests;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What of remedies keeps a case open, and what the customer's word proves. */
@Component
final class Outstanding {
  private final Remedies remedies;
  private final Arrivals arrivals;
  private final Interims interims;
  private final Offers offers;
  private final Known known;

  Outstanding(Remedies remedies, Arrivals arrivals, Interims interims, Offers offers, Known known) {
    this.remedies = remedies;
    this.arrivals = arrivals;
    this.interims = interims;
    this.offers = offers;
    this.known = known;
  }

  /** What else is asked: requests, and the duplicates that a case stands for. */
  @Component
  record Known(Requests requests, CaseRows rows) {}

  /** The case, and those that it stands for. */
  private List<Subject> abouts(Case matter) {
    return Stream.concat(Stream.of(matter.id()), known.rows().mergedInto(matter.id()).stream())
        .map(Case::subject)
        .toList();
  }

  /** The key of the sentence that says why it cannot close yet. */
  Optional<String> why(Case matter) {
    return abouts(matter).stream().flatMap(about -> why(about).stream()).findFirst();
  }

  private Optional<String> why(Subject about) {
    if (offers.of(about).stream().anyMatch(Offer::open)) {
      return Optional.of("cases.refusal.offer-open");
    }
    if (known.requests().of(about).stream().anyMatch(Request::open)) {
      return Optional.of("cases.refusal.request-open");
    }
    if (!interims.open(about).isEmpty()) {
      return Optional.of("cases.refusal.interim-open");
    }
    return remedies.of(about).stream().anyMatch(Outstanding::onItsWay)
        ? Optional.of("cases.refusal.remedy-open")
        : Optional.empty();
  }

  private static boolean onItsWay(RemedyGrant grant) {
    return switch (grant.state()) {
      case GRANTED, UNKNOWN, CAME_BACK -> true;
      case DONE, FAILED, STOPPED, UNDONE, RECLAIMED -> false;
    };
  }

  void refuseClosing(Case matter) {
    why(matter)
        .ifPresent(key -> {
          throw new Refusal("", key);
        });
  }

  /** The customer says that it is right: of what has left, that is the word that it works. */
  void proven(Case matter, String words, Actor by) {
    abouts(matter).stream()
        .flatMap(about -> arrivals.unproven(about).stream())
        .filter(grant -> grant.state() == RemedyGrant.State.DONE)
        .forEach(grant -> arrivals.note(grant.id(), RemedyCheck.Result.WORKS, words, by));
  }

  /** Whether something was given of which nobody knows that it arrived and works. */
  boolean unproven(Case matter) {
    return abouts(matter).stream().anyMatch(about -> !arrivals.unproven(about).isEmpty());
  }
}
