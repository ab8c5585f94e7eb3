package amends.messages;

import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Purpose;
import amends.shared.Subject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The ways to reach a customer: what they prefer first, then the usual ones. A channel that is in
 * trouble itself, that they do not want, or that nothing can be sent over, is shown with the reason
 * and not used.
 */
@Component
public final class Ways {
  /** Tried in this order where nothing is preferred, or where that fails. */
  private static final List<Medium> USUAL =
      List.of(Medium.EMAIL, Medium.SMS, Medium.LETTER, Medium.PHONE);

  private final List<Outlet> outlets;
  private final Customers customers;
  private final Suppressions suppressions;
  private final Troubles troubles;
  private final Clearing clearing;

  Ways(
      List<Outlet> outlets,
      Customers customers,
      Suppressions suppressions,
      Troubles troubles,
      Clearing clearing) {
    this.outlets = List.copyOf(outlets);
    this.customers = customers;
    this.suppressions = suppressions;
    this.troubles = troubles;
    this.clearing = clearing;
  }

  /** Whom it is to reach, on whose behalf, about what. */
  public record To(long customerId, long brandId, Subject about) {}

  /** All of them in their order, the usable and the others. */
  public List<Way> of(To to) {
    @Nullable Customer customer =
        customers.customers(List.of(to.customerId())).get(to.customerId());
    @Nullable Channel preferred = customer == null ? null : customer.preferredChannel();
    Set<Medium> order = new LinkedHashSet<>();
    if (preferred != null) {
      order.add(Medium.of(preferred));
    }
    order.addAll(USUAL);
    order.addAll(List.of(Medium.values()));
    Avoided avoided = avoided(to);
    List<Way> ways = new ArrayList<>();
    order.forEach(medium ->
        outlet(medium)
            .ifPresent(outlet -> ways.add(way(outlet, to, why(medium, preferred), avoided))));
    return ways;
  }

  /** What holds for all ways, read once. */
  private record Avoided(
      List<Troubles.Trouble> standing, List<Medium> inMatter, Predicate<Medium> unwanted) {
    boolean isInTrouble(Medium medium, long brandId) {
      return standing.stream()
          .anyMatch(t -> t.medium() == medium && (t.brandId() == null || t.brandId() == brandId));
    }
  }

  private static String why(Medium medium, @Nullable Channel preferred) {
    return preferred != null && Medium.of(preferred) == medium
        ? "preferred"
        : USUAL.contains(medium) ? "usual" : "asked";
  }

  private Avoided avoided(To to) {
    return new Avoided(
        troubles.standing(), troubles.inMatter(to.about()), suppressions.unwanted(to.customerId()));
  }

  private Way way(Outlet outlet, To to, String why, Avoided avoided) {
    Medium medium = outlet.medium();
    Optional<String> address = outlet.addresses(to.customerId(), to.about()).stream().findFirst();
    if (address.isEmpty()) {
      return new Way(medium, "", why, outlet.nowhere());
    }
    String shut =
        outlet
            .closed(to.brandId())
            .or(() -> when(avoided.isInTrouble(medium, to.brandId()), "messages.way.trouble"))
            .or(() -> when(avoided.inMatter().contains(medium), "messages.way.hit"))
            .or(() ->
                when(suppressions.stands(medium, address.get()), "messages.not-sent.suppressed"))
            .or(() -> when(avoided.unwanted().test(medium), "messages.not-sent.opted-out"))
            .orElse(null);
    return new Way(medium, address.get(), why, shut);
  }

  private static Optional<String> when(boolean so, String key) {
    return so ? Optional.of(key) : Optional.empty();
  }

  /** One of them; empty where the house has no such way. */
  public Optional<Way> one(Medium medium, To to) {
    return outlet(medium).map(outlet -> way(outlet, to, "usual", avoided(to)));
  }

  /** The one that is used when nobody chooses: what they prefer, or the first of the usual ones. */
  public Optional<Way> first(To to) {
    return of(to).stream().filter(Way::open).filter(w -> !w.why().equals("asked")).findFirst();
  }

  /** Where they are reached over one, whether or not anything is to be sent there. */
  public Optional<String> address(Medium medium, To to) {
    return outlet(medium).stream()
        .flatMap(outlet -> outlet.addresses(to.customerId(), to.about()).stream())
        .findFirst();
  }

  /** The first on which these words may go, of those that have not been tried. */
  Optional<Way> next(Outgoing draft, Set<Medium> tried) {
    To to = new To(draft.customerId(), draft.brandId(), draft.about());
    boolean safety = draft.purpose() == Purpose.SAFETY;
    Predicate<Way> usable =
        way -> way.open() || safety && !way.address().isEmpty() && isUnwished(way);
    return of(to).stream()
        .filter(way -> !tried.contains(way.medium()) && !way.why().equals("asked"))
        .filter(usable)
        .filter(way -> fits(draft.by(way.medium(), way.address())))
        .findFirst();
  }

  private static boolean isUnwished(Way way) {
    return String.valueOf(way.shut()).startsWith("messages.not-sent.");
  }

  private boolean fits(Outgoing draft) {
    return outlet(draft.medium()).flatMap(o -> o.unfit(draft)).isEmpty()
        && clearing.of(draft) instanceof Clearance.Goes;
  }

  Optional<Outlet> outlet(Medium medium) {
    return outlets.stream().filter(o -> o.medium() == medium).findFirst();
  }
}
