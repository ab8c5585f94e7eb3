package amends.goods;

import amends.shared.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What is sold.
 *
 * @param externalId the number that shop and warehouse know it by
 * @param brand the maker's name, where it is not our own
 */
public record Product(long id, String externalId, String name, @Nullable String brand)
    implements Thing {
  @Override
  public Subject subject() {
    return Subject.of("product", id);
  }
}
