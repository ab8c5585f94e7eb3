package amends.staff.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a browser says of itself, in two words that a person recognises. */
final class Device {
  // In this order: most browsers also name the ones that they descend from.
  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    BROWSERS.put("Edg", "Edge");
    BROWSERS.put("OPR", "Opera");
    BROWSERS.put("Firefox", "Firefox");
    BROWSERS.put("Chrome", "Chrome");
    BROWSERS.put("Safari", "Safari");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("iPhone", "iOS");
    SYSTEMS.put("iPad", "iPadOS");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Mac OS", "macOS");
    SYSTEMS.put("Linux", "Linux");
  }

  private Device() {}

  static String browser(@Nullable String agent) {
    return first(BROWSERS, agent);
  }

  static String system(@Nullable String agent) {
    return first(SYSTEMS, agent);
  }

  private static String first(Map<String, String> known, @Nullable String agent) {
    return agent == null
        ? ""
        : known.entrySet().stream()
            .filter(e -> agent.contains(e.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
  }
}
