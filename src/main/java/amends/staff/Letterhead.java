package amends.staff;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the paper of a brand beside its name.
 *
 * @param address where a letter goes that cannot be delivered, line by line; empty when none is set
 * @param foot what the law or the house wants at the foot of each letter; may be empty
 * @param logo a PNG; null where the name stands alone
 */
public record Letterhead(String address, String foot, byte @Nullable [] logo) {
  public static final Letterhead PLAIN = new Letterhead("", "", null);

  /** The address without blank lines. */
  public List<String> lines() {
    return Arrays.stream(address.split("\n", -1))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
