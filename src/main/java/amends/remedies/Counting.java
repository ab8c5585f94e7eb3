package amends.remedies;

import amends.shared.Money;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What one person's authority leaves in a matter, for one kind of remedy and one currency. */
@Component
final class Counting {
  private final Authority authority;
  private final Uses uses;
  private final Standing standing;

  Counting(Authority authority, Uses uses, Standing standing) {
    this.authority = authority;
    this.uses = uses;
    this.standing = standing;
  }

  /** The limit that counts, where a grant under it counts, and what it leaves. */
  record Room(Keys keys, Totals.Left left) {
    boolean holds(Money amount) {
      return amount.minor() <= left.left();
    }
  }

  /**
   * @param kinds what is given: of a package it and every part of it. Where they count under
   *     different limits there is none: a package would give by the one what the other refuses
   */
  Optional<Room> room(
      Viewer viewer, Matter matter, Set<Remedy.Kind> kinds, String currency, Instant now) {
    List<Optional<Limit>> limits =
        kinds.stream()
            .map(kind -> authority.counting(viewer, matter, kind, currency, now))
            .distinct()
            .toList();
    return limits.size() != 1
        ? Optional.empty()
        : limits
            .getFirst()
            .map(limit -> {
              Keys keys = standing.keys(limit, matter, viewer.id());
              return new Room(keys, uses.read(keys).tightest(limit));
            });
  }
}
