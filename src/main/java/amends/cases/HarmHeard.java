package amends.cases;

import amends.honesty.Listening;
import amends.honesty.Listening.Heard;
import amends.honesty.Listening.Signal;
import amends.honesty.Listening.Words;
import amends.staff.Brand;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Raises a case for words of hurt or danger, wherever they were heard. A colleague who has read
 * them can say that it is not so.
 */
@Component
final class HarmHeard {
  private final Harms harms;
  private final Letters letters;
  private final Brands brands;

  HarmHeard(Harms harms, Letters letters, Brands brands) {
    this.harms = harms;
    this.letters = letters;
    this.brands = brands;
  }

  /**
   * What a colleague wrote down of a customer's words. They have heard it themselves: only a case
   * in which nothing of the kind is known yet is raised, and not by every further call about it.
   */
  void told(Case matter, HeardIn in, String words) {
    Heard heard = Listening.toHarm(words);
    if (heard.asksForACall() && !matter.closed() && !harms.known(matter.id())) {
      raise(matter, in, heard);
    }
  }

  /**
   * What a program brought in, which nobody has read: heard like a message, each time, as long as
   * no call about it is owed.
   */
  void brought(Case matter, HeardIn in, String words) {
    Heard heard = Listening.toHarm(words);
    if (heard.asksForACall() && !matter.closed()) {
      raise(matter, in, heard);
    }
  }

  void raise(Case matter, HeardIn in, Heard heard) {
    Brand brand = brands.of(matter.brandId());
    String injury = words(heard, Signal.INJURY);
    String danger = words(heard, Signal.DANGER);
    harms.heard(
        matter,
        in,
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
}
