package amends.portal;

import amends.messages.Medium;
import amends.messages.Message;
import amends.messages.Messages;
import amends.messages.Postscript.Sheet;
import amends.remedies.Amounts;
import amends.remedies.Catalogue;
import amends.remedies.Offer;
import amends.remedies.Offers;
import amends.shared.Money;
import amends.shared.Texts.Voice;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a customer can choose from, below the letters to them; on paper with the reference that
 * stands on a reply slip. It says what stood open when the letter was written, so that another try
 * of its delivery says the same.
 */
@Component
final class ChoiceWords {
  private final Messages messages;
  private final Offers offers;
  private final Catalogue catalogue;

  ChoiceWords(Messages messages, Offers offers, Catalogue catalogue) {
    this.messages = messages;
    this.offers = offers;
    this.catalogue = catalogue;
  }

  Optional<String> below(Voice t, Sheet letter) {
    if (letter.medium() != Medium.EMAIL && letter.medium() != Medium.LETTER) {
      return Optional.empty();
    }
    Instant written = messages.message(letter.messageId()).map(Message::at).orElse(null);
    return written == null
        ? Optional.empty()
        : offers.of(letter.about()).stream()
            .filter(offer -> stood(offer, written))
            .max(Comparator.comparing(Offer::offeredAt))
            .map(offer -> words(t, letter, offer));
  }

  private static boolean stood(Offer offer, Instant at) {
    return !offer.offeredAt().isAfter(at)
        && offer.validUntil().isAfter(at)
        && Stream.of(
                Optional.ofNullable(offer.acceptedAt()),
                Optional.ofNullable(offer.refusedAt()),
                Optional.ofNullable(offer.withdrawnAt()))
            .flatMap(Optional::stream)
            .allMatch(ended -> ended.isAfter(at));
  }

  private String words(Voice t, Sheet letter, Offer offer) {
    String ways =
        offer.choices().stream()
            .sorted(Comparator.comparing(Offer.Choice::place))
            .map(choice -> t.say("portal.letter.choice.way", way(t, choice)))
            .collect(Collectors.joining("\n"));
    return t.say(
        letter.medium() == Medium.LETTER ? "portal.letter.choice.slip" : "portal.letter.choice",
        t.moment(offer.validUntil()),
        ways,
        Reference.of(letter.about().id()));
  }

  private String way(Voice t, Offer.Choice choice) {
    String name =
        catalogue
            .find(choice.wanted().remedyId())
            .map(remedy -> remedy.in(t.locale()).name())
            .orElse("");
    Money money = choice.told();
    return money == null
        ? name
        : t.say("portal.choose.what", name, Amounts.words(money, t.locale()));
  }
}
