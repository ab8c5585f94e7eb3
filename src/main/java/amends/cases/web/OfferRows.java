package amends.cases.web;

import amends.cases.Case;
import amends.remedies.Offer;
import amends.remedies.Offers;
import amends.shared.Texts.Voice;
import amends.shared.page.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What customers of a case can choose from, or could. */
@Component
final class OfferRows {
  private static final Duration SOON = Duration.ofHours(8);

  private final Offers offers;
  private final GrantLines lines;

  OfferRows(Offers offers, GrantLines lines) {
    this.offers = offers;
    this.lines = lines;
  }

  List<RemediesView.Offer> of(Ask ask, Case matter) {
    return offers.of(matter.asSubject()).reversed().stream().map(offer -> row(ask, offer)).toList();
  }

  private RemediesView.Offer row(Ask ask, Offer offer) {
    Voice t = ask.page().t();
    return new RemediesView.Offer(
        offer.id(),
        state(t, ask.page().now(), offer),
        offer.choices().stream().map(choice -> what(t, choice)).toList(),
        offer.open() ? Clock.running(t, offer.validUntil(), ask.page().now(), SOON) : null,
        offer.open());
  }

  String what(Voice t, Offer.Choice choice) {
    return lines.what(t, choice.wanted().remedyId(), choice.amount());
  }

  private String state(Voice t, Instant now, Offer offer) {
    if (offer.acceptedAt() != null) {
      String chosen =
          offer.choices().stream()
              .filter(choice -> Long.valueOf(choice.id()).equals(offer.chosenId()))
              .map(choice -> what(t, choice))
              .findFirst()
              .orElse("");
      return t.say("cases.offers.state.chosen", t.at(offer.acceptedAt(), now), chosen);
    }
    if (offer.refusedAt() != null) {
      String words = offer.refusedWords();
      return words == null || words.isBlank()
          ? t.say("cases.offers.state.refused.silent", t.at(offer.refusedAt(), now))
          : t.say("cases.offers.state.refused", t.at(offer.refusedAt(), now), words);
    }
    if (offer.withdrawnAt() != null) {
      return t.say("cases.offers.state.withdrawn", t.at(offer.withdrawnAt(), now));
    }
    return offer.lapsedAt() != null
        ? t.say("cases.offers.state.expired", t.moment(offer.lapsedAt()))
        : t.say("cases.offers.state.open", t.moment(offer.validUntil()));
  }
}
