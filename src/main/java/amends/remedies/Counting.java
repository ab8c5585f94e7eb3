package amends.remedies;

import amends.shared.Money;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.Optional;
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

  Optional<Room> room(
      Viewer viewer, Matter matter, Remedy.Kind kind, String currency, Instant now) {
    return authority
        .counting(viewer, matter, kind, currency, now)
        .map(limit -> {
          Keys keys = standing.keys(limit, matter, viewer.id());
          return new Room(keys, uses.read(keys).tightest(limit));
        });
  }
}
