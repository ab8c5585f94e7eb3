package amends.customers;

import java.util.List;

/**
 * What stands in the way of an erasure, or of taking two customers apart.
 *
 * @param kind a code; the sentence is {@code customers.data.obstacle.<kind>}, or {@code
 *     customers.tie.<kind>}
 * @param numbers of the cases or other records in question
 */
public record Obstacle(String kind, List<Long> numbers) {
  public Obstacle {
    numbers = List.copyOf(numbers);
  }

  /** None when there is nothing of the kind. */
  public static List<Obstacle> of(String kind, List<Long> numbers) {
    return numbers.isEmpty() ? List.of() : List.of(new Obstacle(kind, numbers));
  }
}
