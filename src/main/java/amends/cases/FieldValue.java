package amends.cases;

/**
 * What stands in a field of a case.
 *
 * @param value as {@link Field} keeps it; "" for nothing
 */
public record FieldValue(Field field, String value) {
  public boolean empty() {
    return value.isEmpty();
  }
}
