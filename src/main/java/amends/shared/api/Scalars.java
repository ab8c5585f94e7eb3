package amends.shared.api;

import amends.shared.api.ApiProblem.Flaw;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads single values of the API: text, numbers, truth, moments, codes. */
final class Scalars {
  private static final int LONGEST_TEXT = 200;
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private final List<Flaw> flaws;
  private final boolean fromText;

  Scalars(List<Flaw> flaws, boolean fromText) {
    this.flaws = flaws;
    this.fromText = fromText;
  }

  @Nullable Object read(JsonNode node, Shape.Field field, String path) {
    Class<?> type = field.type();
    if (type == long.class || type == Long.class) {
      return whole(node, field, path, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    if (type == int.class || type == Integer.class) {
      Long read = whole(node, field, path, Integer.MIN_VALUE, Integer.MAX_VALUE);
      return read == null ? null : read.intValue();
    }
    if (type == boolean.class || type == Boolean.class) {
      return truth(node, path);
    }
    if (!node.isString()) {
      return flaw(path, "shared.api.flaw.text");
    }
    String text = node.stringValue();
    if (text.indexOf('\0') >= 0) {
      return flaw(path, "shared.api.flaw.null-character");
    }
    if (type == Instant.class) {
      return moment(text, path);
    }
    if (type == LocalTime.class) {
      return clockTime(text, path);
    }
    return type.isEnum() ? code(text, field, path) : text(text, field, path);
  }

  private @Nullable Long whole(
      JsonNode node, Shape.Field field, String path, long least, long most) {
    Long read = null;
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      read = node.longValue();
    } else if (fromText && node.isString() && node.stringValue().matches("-?\\d{1,18}")) {
      read = Long.valueOf(node.stringValue());
    }
    if (read == null || read < least || read > most) {
      flaw(path, "shared.api.flaw.whole");
      return null;
    }
    Say say = ofOne(field);
    if (say != null && say.least() != Say.NO_LIMIT && read < say.least()) {
      flaw(path, "shared.api.flaw.at-least", say.least());
      return null;
    }
    return read;
  }

  /** The limits of a list are not those of its entries. */
  private static @Nullable Say ofOne(Shape.Field field) {
    return field.list() ? null : field.say();
  }

  private @Nullable Object truth(JsonNode node, String path) {
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    boolean said = fromText && node.isString() && node.stringValue().matches("true|false");
    return said ? Boolean.valueOf(node.stringValue()) : flaw(path, "shared.api.flaw.truth");
  }

  private @Nullable Object moment(String text, String path) {
    try {
      Instant read = OffsetDateTime.parse(text).toInstant();
      return read.isBefore(EARLIEST) || read.isAfter(LATEST)
          ? flaw(path, "shared.api.flaw.moment")
          : read;
    } catch (DateTimeException e) {
      return flaw(path, "shared.api.flaw.moment");
    }
  }

  private @Nullable Object clockTime(String text, String path) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      return flaw(path, "shared.api.flaw.clock-time");
    }
  }

  private @Nullable Object code(String text, Shape.Field field, String path) {
    List<String> words = Shape.words(field);
    int place = words.indexOf(text);
    return place < 0
        ? flaw(path, "shared.api.flaw.one-of", String.join(", ", words))
        : field.type().getEnumConstants()[place];
  }

  private @Nullable Object text(String text, Shape.Field field, String path) {
    Say say = ofOne(field);
    int most = say == null || say.most() == Say.NO_LIMIT ? LONGEST_TEXT : say.most();
    int least = say == null ? 0 : say.least();
    if (text.length() > most) {
      return flaw(path, "shared.api.flaw.too-long", most);
    }
    if (least > 0 && text.strip().length() < least) {
      return flaw(path, "shared.api.flaw.required");
    }
    List<String> words = Shape.words(field);
    return !words.isEmpty() && !words.contains(text.toLowerCase(Locale.ROOT))
        ? flaw(path, "shared.api.flaw.one-of", String.join(", ", words))
        : text;
  }

  private @Nullable Object flaw(String path, String key, Object... args) {
    flaws.add(Flaw.of(path, key, args));
    return null;
  }
}
