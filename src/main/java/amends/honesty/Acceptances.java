package amends.honesty;

import amends.promises.Undertaking;
import amends.promises.Undertakings;
import amends.shared.Subject;
import amends.staff.Staff;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether somebody who is named, or meant by "he" or "she", has accepted to do something in this
 * matter.
 */
@Component
final class Acceptances implements Evidence {
  private static final int SHORTEST_NAME = 3;

  private final Undertakings undertakings;
  private final Staff staff;

  Acceptances(Undertakings undertakings, Staff staff) {
    this.undertakings = undertakings;
    this.staff = staff;
  }

  @Override
  public Optional<Answer> on(Question question) {
    Subject about = question.draft().about();
    if (question.matter() != Matter.ACCEPTED || about == null) {
      return Optional.empty();
    }
    String words = String.join(" ", question.claims());
    List<Undertaking> standing =
        undertakings.about(about).stream().filter(Undertaking::stands).toList();
    List<Proof> named =
        standing.stream()
            .filter(u -> standing.size() == 1 && meansSomebody(words) || names(u, words))
            .map(u -> proof(u, about))
            .toList();
    return Optional.of(new Answer(!named.isEmpty(), named));
  }

  /** "He will call you" means whoever has accepted, where that is one person only. */
  private static boolean meansSomebody(String words) {
    return words.toLowerCase(Locale.ROOT).matches(".*\\b(?:he|she|they|him|her|them)\\b.*");
  }

  private boolean names(Undertaking undertaking, String words) {
    String name = name(undertaking.by());
    String said = words.toLowerCase(Locale.ROOT);
    return Arrays.stream(name.toLowerCase(Locale.ROOT).split("\\s+", -1))
        .filter(part -> part.length() >= SHORTEST_NAME)
        .anyMatch(said::contains);
  }

  private String name(Undertaking.By by) {
    return switch (by) {
      case Undertaking.By.Colleague colleague -> staff.get(colleague.person()).name();
      case Undertaking.By.Supplier supplier -> supplier.name();
    };
  }

  private static Proof proof(Undertaking undertaking, Subject about) {
    return new Proof(about, undertaking.words(), "", undertaking.askedAt());
  }
}
