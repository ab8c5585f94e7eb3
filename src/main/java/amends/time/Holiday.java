package amends.time;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * A day on which people who work here do not work, or would not.
 *
 * @param name in English, or as the house wrote it
 * @param names in other languages, by their code
 */
public record Holiday(LocalDate day, String name, Map<String, String> names) {
  public Holiday {
    names = Map.copyOf(names);
  }

  /** One that the house has named itself. */
  public Holiday(LocalDate day, String name) {
    this(day, name, Map.of());
  }

  /** Its name as the reader's language has it. */
  public String in(Locale locale) {
    return names.getOrDefault(locale.getLanguage(), name);
  }
}
