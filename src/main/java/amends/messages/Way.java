package amends.messages;

import org.jspecify.annotations.Nullable;

/**
 * One way to reach a customer now.
 *
 * @param address where; empty when they have none of that kind
 * @param why a code: preferred, usual, or asked
 * @param shut the key of a text that says why it cannot be used; null when it can
 */
public record Way(Medium medium, String address, String why, @Nullable String shut) {
  public boolean open() {
    return shut == null;
  }
}
