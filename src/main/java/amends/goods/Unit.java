package amends.goods;

import amends.shared.Subject;
import org.jspecify.annotations.Nullable;

/**
 * One piece of a product.
 *
 * @param serial serial number or VIN as it stands on the plate; unique within the product
 * @param lot the code of the lot that it was made in
 */
public record Unit(
    long id, Product product, String serial, @Nullable String lot, @Nullable String externalId)
    implements Thing {
  @Override
  public Subject subject() {
    return Subject.of("unit", id);
  }
}
