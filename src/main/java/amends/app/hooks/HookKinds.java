package amends.app.hooks;

import amends.shared.Refusal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What other programs may hear of: what happens to customers, never what colleagues do to the
 * house.
 */
public final class HookKinds {
  public static final List<String> GROUPS =
      List.of(
          "case",
          "promise",
          "remedy",
          "message",
          "delivery",
          "customer",
          "order",
          "unit",
          "product",
          "goods");

  /** Looked into by few, quietly: no program hears even that somebody did. */
  private static final Set<String> PRIVATE = Set.of("remedy.looked_into");

  private static final int MOST = 40;
  private static final Pattern SHAPE =
      Pattern.compile("(" + String.join("|", GROUPS) + ")\\.(\\*|[a-z_]{1,40})");

  private HookKinds() {}

  /**
   * @throws Refusal of the field {@code kinds}
   */
  static List<String> checked(List<String> kinds) {
    List<String> clean =
        kinds.stream().map(String::strip).filter(k -> !k.isEmpty()).distinct().sorted().toList();
    if (clean.isEmpty() || clean.size() > MOST) {
      throw new Refusal("kinds", "app.hooks.refused.kinds");
    }
    for (String kind : clean) {
      if (!SHAPE.matcher(kind).matches()) {
        throw new Refusal("kinds", "app.hooks.refused.kind", kind, String.join(", ", GROUPS));
      }
    }
    return clean;
  }

  static boolean wants(List<String> patterns, String kind) {
    if (PRIVATE.contains(kind)) {
      return false;
    }
    int dot = kind.indexOf('.');
    return patterns.contains(kind)
        || dot > 0
            && patterns.contains(kind.substring(0, dot) + ".*")
            && SHAPE.matcher(kind).matches();
  }
}
