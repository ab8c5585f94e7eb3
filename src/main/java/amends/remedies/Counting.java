package amends.remedies;

import amends.remedies.LimitRows.LimitUse;
import amends.shared.Money;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people's authority leaves in a matter. */
@Component
final class Counting {
  private final Authority authority;

  Counting(Authority authority) {
    this.authority = authority;
  }

  /** The limit that counts and what it leaves, for some kinds of remedy and one currency. */
  record Room(Limit limit, Totals.Left left) {
    boolean holds(Money amount) {
      return amount.minor() <= left.left();
    }
  }

  /** One person's limits in a matter, the first that counts first. */
  record Rooms(List<LimitUse> limits) {
    boolean anyIn(String currency) {
      return limits.stream().anyMatch(one -> one.limit().currency().equals(currency));
    }

    /**
     * @param kinds what is given: of a package it and every part of it. Where they count under
     *     different limits there is none: a package would give by the one what the other refuses
     */
    Optional<Room> room(Set<Remedy.Kind> kinds, String currency) {
      List<Optional<LimitUse>> counting =
          kinds.stream().map(kind -> counting(kind, currency)).distinct().toList();
      return counting.size() != 1
          ? Optional.empty()
          : counting
              .getFirst()
              .map(one -> new Room(one.limit(), one.totals().tightest(one.limit())));
    }

    private Optional<LimitUse> counting(Remedy.Kind kind, String currency) {
      return limits.stream()
          .filter(one -> one.limit().currency().equals(currency) && one.limit().isFor(kind))
          .findFirst();
    }
  }

  Rooms rooms(Viewer viewer, Matter matter, Footing footing, Instant now) {
    return Objects.requireNonNull(rooms(List.of(viewer), matter, footing, now).get(viewer.id()));
  }

  /** Of each of them, asked once. */
  Map<Long, Rooms> rooms(List<Viewer> viewers, Matter matter, Footing footing, Instant now) {
    return authority.counting(viewers, matter, footing, now).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, of -> new Rooms(of.getValue())));
  }
}
