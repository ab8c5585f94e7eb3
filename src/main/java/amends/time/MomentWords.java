package amends.time;

import amends.shared.Texts.Voice;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words for moments in one language: those of the text files, and the calendar's own names. */
final class MomentWords {
  private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.](\\d\\d))?(am|pm)?");
  private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "time.word.minute", ChronoUnit.MINUTES,
          "time.word.hour", ChronoUnit.HOURS,
          "time.word.day", ChronoUnit.DAYS,
          "time.word.week", ChronoUnit.WEEKS);

  private final Voice t;

  MomentWords(Voice t) {
    this.t = t;
  }

  ZoneId zone() {
    return t.zone();
  }

  /** What was typed as words: small, without commas and filling words; "2h" is two, "5 pm" one. */
  List<String> of(String typed) {
    String small =
        typed
            .toLowerCase(t.locale())
            .replace(',', ' ')
            .replaceAll("(?<=\\d)(st|nd|rd|th)\\b", "")
            .replaceAll("(?<=\\d)(?=\\p{L})", " ")
            .replaceAll("(?<=\\d)\\s+(am|pm)\\b", "$1")
            .strip();
    return Arrays.stream(small.split("\\s+", -1))
        .filter(word -> !word.isEmpty() && !is("time.word.filling", word))
        .toList();
  }

  /** "in 2 hours", "1 h 30 min", "in 2 days"; days and weeks end at the same time of the day. */
  Optional<Instant> span(List<String> said, Instant now) {
    List<String> rest =
        !said.isEmpty() && is("time.word.in", said.getFirst())
            ? said.subList(1, said.size())
            : said;
    if (rest.isEmpty() || rest.size() % 2 != 0) {
      return Optional.empty();
    }
    ZonedDateTime at = now.atZone(zone());
    for (int i = 0; i < rest.size(); i += 2) {
      Optional<ChronoUnit> unit = unit(rest.get(i + 1));
      if (unit.isEmpty() || !rest.get(i).matches("\\d{1,4}")) {
        return Optional.empty();
      }
      at = at.plus(Long.parseLong(rest.get(i)), unit.get());
    }
    return Optional.of(at.toInstant());
  }

  /** A day and a time of the day. */
  record Parts(List<String> day, LocalTime time) {}

  /** The time stands last or first; a bare number is one only after a day. */
  Optional<Parts> split(List<String> said) {
    List<String> before = said.subList(0, said.size() - 1);
    Optional<Parts> last =
        time(said.getLast(), !before.isEmpty()).map(time -> new Parts(before, time));
    return last.isPresent()
        ? last
        : time(said.getFirst(), false).map(time -> new Parts(said.subList(1, said.size()), time));
  }

  private Optional<LocalTime> time(String word, boolean bare) {
    if (is("time.word.noon", word)) {
      return Optional.of(LocalTime.NOON);
    }
    Matcher read = TIME.matcher(word);
    if (!read.matches() || (!bare && read.group(2) == null && read.group(3) == null)) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(read.group(1));
    int minute = read.group(2) == null ? 0 : Integer.parseInt(read.group(2));
    String half = read.group(3);
    if (half != null && (hour < 1 || hour > 12)) {
      return Optional.empty();
    }
    int hours = half == null ? hour : hour % 12 + (half.equals("pm") ? 12 : 0);
    return hours > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hours, minute));
  }

  Optional<DayOfWeek> weekday(List<String> said) {
    return said.size() == 1
        ? named(said.getFirst(), DayOfWeek.values(), d -> names(d::getDisplayName))
        : Optional.empty();
  }

  /** "today", "tomorrow", "2026-05-14", "14 May", "May 14", "14 May 2026", "in 2 days". */
  Optional<LocalDate> date(List<String> said, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone());
    if (said.size() == 1) {
      return oneWord(said.getFirst(), today);
    }
    if (said.size() == 3
        && is("time.word.in", said.getFirst())
        && said.get(1).matches("\\d{1,3}")) {
      return unit(said.get(2))
          .filter(ChronoUnit::isDateBased)
          .map(u -> today.plus(Long.parseLong(said.get(1)), u));
    }
    return said.size() == 2 || said.size() == 3 ? dayAndMonth(said, today) : Optional.empty();
  }

  private Optional<LocalDate> oneWord(String word, LocalDate today) {
    if (is("time.word.today", word)) {
      return Optional.of(today);
    }
    if (is("time.word.tomorrow", word)) {
      return Optional.of(today.plusDays(1));
    }
    return ISO_DATE.matcher(word).matches() ? tried(() -> LocalDate.parse(word)) : Optional.empty();
  }

  private Optional<LocalDate> dayAndMonth(List<String> said, LocalDate today) {
    boolean dayFirst = said.getFirst().matches("\\d{1,2}\\.?");
    String day = (dayFirst ? said.getFirst() : said.get(1)).replace(".", "");
    Optional<Month> month =
        named(
            dayFirst ? said.get(1) : said.getFirst(),
            Month.values(),
            m -> names(m::getDisplayName));
    boolean yearTyped = said.size() == 3;
    if (month.isEmpty()
        || !day.matches("\\d{1,2}")
        || (yearTyped && !said.get(2).matches("\\d{4}"))) {
      return Optional.empty();
    }
    int year = yearTyped ? Integer.parseInt(said.get(2)) : today.getYear();
    return tried(() -> LocalDate.of(year, month.get(), Integer.parseInt(day)))
        .map(date -> !yearTyped && date.isBefore(today) ? date.plusYears(1) : date);
  }

  private interface Reading {
    LocalDate date();
  }

  private static Optional<LocalDate> tried(Reading reading) {
    try {
      return Optional.of(reading.date());
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private Optional<ChronoUnit> unit(String word) {
    return UNITS.entrySet().stream()
        .filter(e -> is(e.getKey(), word))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private interface Named {
    String in(TextStyle style, Locale locale);
  }

  private List<String> names(Named of) {
    return List.of(
        of.in(TextStyle.FULL, t.locale()),
        of.in(TextStyle.SHORT, t.locale()),
        of.in(TextStyle.FULL_STANDALONE, t.locale()),
        of.in(TextStyle.SHORT_STANDALONE, t.locale()));
  }

  private <T> Optional<T> named(String word, T[] all, Function<T, List<String>> names) {
    String bare = word.replace(".", "");
    return Arrays.stream(all)
        .filter(one ->
            names.apply(one).stream()
                .map(name -> name.toLowerCase(t.locale()).replace(".", ""))
                .anyMatch(
                    name -> name.equals(bare) || (bare.length() >= 3 && name.startsWith(bare))))
        .findFirst();
  }

  private boolean is(String key, String word) {
    return Arrays.asList(t.raw(key).split("\\s+", -1)).contains(word);
  }
}
