package amends.remedies;

import amends.shared.Money;
import amends.shared.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a wanted remedy consists of, and what each piece of it is worth. */
@Component
final class Worth {
  private final Catalogue catalogue;

  Worth(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * @throws Refusal when an amount is missing, is named where the catalogue has a fixed cost, or
   *     the pieces are of different currencies
   */
  List<Piece> pieces(Remedy remedy, @Nullable Money named) {
    if (remedy.kind() != Remedy.Kind.PACKAGE) {
      return List.of(new Piece(remedy, amount(remedy, named)));
    }
    List<Remedy> parts = catalogue.parts(remedy);
    if (named != null && parts.stream().noneMatch(part -> part.cost() == null)) {
      throw new Refusal("amount", "remedies.refusal.fixed");
    }
    List<Piece> pieces =
        parts.stream()
            .map(part -> new Piece(part, amount(part, part.cost() == null ? named : null)))
            .toList();
    String currency = pieces.getFirst().amount().currency();
    if (pieces.stream().anyMatch(piece -> !piece.amount().currency().equals(currency))) {
      throw new Refusal("amount", "remedies.refusal.two-currencies");
    }
    return pieces;
  }

  static Money total(List<Piece> pieces) {
    return pieces.stream().map(Piece::amount).reduce(Money::plus).orElseThrow();
  }

  /** What is given: it, and of a package each of its parts. */
  static Set<Remedy.Kind> kinds(Remedy remedy, Stream<Remedy> parts) {
    Set<Remedy.Kind> kinds = EnumSet.of(remedy.kind());
    parts.map(Remedy::kind).forEach(kinds::add);
    return kinds;
  }

  /** The same of what stands in the catalogue. */
  Set<Remedy.Kind> kinds(long remedyId) {
    Remedy remedy = catalogue.get(remedyId);
    return kinds(remedy, catalogue.parts(remedy).stream());
  }

  private static Money amount(Remedy remedy, @Nullable Money named) {
    Money cost = remedy.cost();
    if (cost == null && named == null) {
      throw new Refusal("amount", "remedies.refusal.no-amount");
    }
    if (cost != null && named != null && !cost.equals(named)) {
      throw new Refusal("amount", "remedies.refusal.fixed");
    }
    return cost != null ? cost : Objects.requireNonNull(named);
  }
}
