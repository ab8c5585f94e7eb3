package amends.honesty;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the law of a place says of apologies, as dated data: which kinds of sentence it protects and
 * which need a second look first. {@code honesty/places.txt} names the source of each line. No
 * legal advice.
 *
 * @param code such as {@code GB-EAW}
 * @param from the first day on which it holds
 * @param safe the tags that are protected, such as REGRET
 * @param gated the tags that go to the approver first, such as FAULT
 */
public record Place(
    String code, LocalDate from, Set<String> safe, Set<String> gated, String source) {
  private static final List<Place> ALL = read();

  boolean gatesCause() {
    return gated.contains("CAUSE");
  }

  boolean gatesFault() {
    return gated.contains("FAULT");
  }

  /** The version of a place's line that holds on a day. */
  public static Optional<Place> of(String code, LocalDate day) {
    return ALL.stream()
        .filter(place -> place.code().equals(code) && !place.from().isAfter(day))
        .max(Comparator.comparing(Place::from));
  }

  public static List<String> codes() {
    return ALL.stream().map(Place::code).distinct().sorted().toList();
  }

  private static List<Place> read() {
    String name = "/honesty/places.txt";
    try (@Nullable InputStream file = Place.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Place::line)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The places could not be read", e);
    }
  }

  private static Place line(String line) {
    String[] parts = line.split("\\|", -1);
    return new Place(
        parts[0].strip(),
        LocalDate.parse(parts[1].strip()),
        tags(parts[2]),
        tags(parts[3]),
        parts[4].strip());
  }

  private static Set<String> tags(String part) {
    return part.isBlank() ? Set.of() : Set.copyOf(Arrays.asList(part.strip().split("\\s+")));
  }
}
