package amends.shared.page;

/**
 * One thing to choose from.
 *
 * @param value what is sent
 * @param words what is read
 * @param hint a second, quieter line; "" for none
 */
public record Choice(String value, String words, String hint) {
  public static Choice of(String value, String words) {
    return new Choice(value, words, "");
  }
}
