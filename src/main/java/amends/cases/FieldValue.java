package amends.cases;

import amends.shared.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a field of a case.
 *
 * @param value as {@link Field} keeps it; of an order or a unit its number; "" for nothing
 * @param leads to which order or unit; null for other kinds and for nothing
 */
public record FieldValue(Field field, String value, @Nullable Subject leads) {
  public FieldValue(Field field, String value) {
    this(field, value, null);
  }

  public boolean empty() {
    return value.isEmpty();
  }
}
