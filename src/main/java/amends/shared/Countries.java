package amends.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Countries by ISO 3166, in two letters. */
public final class Countries {
  private static final Set<String> ALL = Set.of(Locale.getISOCountries());

  private Countries() {}

  public static boolean isOne(String code) {
    return ALL.contains(code);
  }

  /**
   * The country that somebody wrote: by its two letters, or by its name in this language or in
   * English.
   */
  public static Optional<String> read(String written, Locale language) {
    String code = written.strip().toUpperCase(Locale.ROOT);
    if (isOne(code)) {
      return Optional.of(code);
    }
    return ALL.stream()
        .sorted()
        .filter(one ->
            named(one, language).equalsIgnoreCase(written.strip())
                || named(one, Locale.ENGLISH).equalsIgnoreCase(written.strip()))
        .findFirst();
  }

  /** As people of this language call it. */
  public static String named(String code, Locale language) {
    return new Locale.Builder().setRegion(code).build().getDisplayCountry(language);
  }
}
