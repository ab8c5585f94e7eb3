package amends.cases;

import amends.honesty.Listening;
import amends.honesty.Listening.Heard;
import amends.honesty.Listening.Signal;
import amends.honesty.Listening.Words;
import amends.messages.MessageFiled;
import amends.staff.Brand;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Words of hurt or danger in what a customer wrote raise the case at once, before anybody has read
 * it: a person calls. A colleague who has read it can say that it is not so.
 */
@Component
final class HeardDanger {
  private static final Pattern ANSWER =
      Pattern.compile("^\\s*(?:re|aw|fw|fwd|wg|sv|rv)\\s*:", Pattern.CASE_INSENSITIVE);

  private final CaseRows rows;
  private final Harms harms;
  private final Letters letters;
  private final Brands brands;

  HeardDanger(CaseRows rows, Harms harms, Letters letters, Brands brands) {
    this.rows = rows;
    this.harms = harms;
    this.letters = letters;
    this.brands = brands;
  }

  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void on(MessageFiled event) {
    if (event.about().kind().equals("case")) {
      Heard heard = Listening.toHarm(words(event.said()), Locale.ENGLISH);
      if (heard.asksForACall()) {
        rows.lockStanding(event.about().id())
            .filter(matter -> !matter.closed())
            .ifPresent(matter -> raise(matter, event.messageId(), heard));
      }
    }
  }

  private void raise(Case matter, long message, Heard heard) {
    Brand brand = brands.of(matter.brandId());
    String injury = words(heard, Signal.INJURY);
    String danger = words(heard, Signal.DANGER);
    harms.heard(
        matter,
        message,
        new Harm(injury.isEmpty() ? danger : injury, injury, "", !danger.isEmpty()),
        letters.said(brand, "cases.harm.call"),
        letters.said(brand, "cases.harm.heard.lead"));
  }

  private static String words(Heard heard, Signal signal) {
    return heard.signals().stream()
        .filter(shown -> shown.signal() == signal)
        .flatMap(shown -> shown.words().stream().map(Words::words))
        .collect(Collectors.joining(" … "));
  }

  /** The subject of an answer is ours. */
  private static String words(MessageFiled.Said said) {
    return ANSWER.matcher(said.subject()).find()
        ? said.text()
        : said.subject() + "\n" + said.text();
  }
}
