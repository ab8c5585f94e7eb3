package amends.cases;

import java.util.Map;
import java.util.Set;

/**
 * What a rule looks at: a case, or a sample of one.
 *
 * @param language of the customer, such as {@code de}
 * @param fields what stands in the fields of the house, by their ids
 * @param needs drivers of the needs that hold
 * @param tags that it bears
 */
public record RoutingFacts(
    long brandId,
    String language,
    String channel,
    String subject,
    Set<Long> products,
    Map<Long, FieldValue> fields,
    Set<String> needs,
    boolean harm,
    Set<String> tags) {
  public RoutingFacts {
    products = Set.copyOf(products);
    fields = Map.copyOf(fields);
    needs = Set.copyOf(needs);
    tags = Set.copyOf(tags);
  }

  /** Without tags. */
  public RoutingFacts(
      long brandId,
      String language,
      String channel,
      String subject,
      Set<Long> products,
      Map<Long, FieldValue> fields,
      Set<String> needs,
      boolean harm) {
    this(brandId, language, channel, subject, products, fields, needs, harm, Set.of());
  }
}
