package amends.messages.email;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Date header in RFC 5322's form and its obsolete, careless relatives. */
final class MailDates {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Map<String, Integer> ZONE_HOURS =
      Map.of(
          "est", -5, "edt", -4, "cst", -6, "cdt", -5, "mst", -7, "mdt", -6, "pst", -8, "pdt", -7);

  private int day;
  private int month;
  private int year = -1;
  private int @Nullable [] time;
  private int offsetSeconds;
  private boolean afternoon;

  private MailDates() {}

  static @Nullable Instant read(@Nullable String value) {
    if (value == null || value.length() > 200) {
      return null;
    }
    try {
      MailDates date = new MailDates();
      for (String token : tokens(value)) {
        date.take(token);
      }
      return date.instant();
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  private static List<String> tokens(String value) {
    int comment = value.indexOf('(');
    String plain = comment > 0 ? value.substring(0, comment) : value;
    List<String> tokens = new ArrayList<>();
    for (String token : plain.toLowerCase(Locale.ROOT).replace(',', ' ').split(" ", 40)) {
      if (!token.isBlank()) {
        tokens.add(token.strip());
      }
    }
    return tokens;
  }

  private void take(String token) {
    char first = token.charAt(0);
    if (token.indexOf(':') > 0 && time == null) {
      time = clock(token);
    } else if ((first == '+' || first == '-') && time != null) {
      offset(token);
    } else if (Character.isLetter(first)) {
      word(token);
    } else if (Character.isDigit(first)) {
      number(token);
    }
  }

  private void word(String token) {
    int named = token.length() < 3 ? -1 : MONTHS.indexOf(token.substring(0, 3));
    if (named >= 0 && month == 0) {
      month = named + 1;
    } else if (token.equals("pm")) {
      afternoon = true;
    } else if (time != null) {
      offsetSeconds = ZONE_HOURS.getOrDefault(token, 0) * 3_600;
    }
  }

  private void number(String token) {
    String[] pieces = token.split("[-/.]", 4);
    if (pieces.length == 3 && pieces[0].length() == 4) {
      year = Integer.parseInt(pieces[0]);
      month = Integer.parseInt(pieces[1]);
      day = Integer.parseInt(pieces[2]);
    } else if (pieces.length == 3) {
      day = Integer.parseInt(pieces[0]);
      word(pieces[1]);
      month = month == 0 ? Integer.parseInt(pieces[1]) : month;
      year = Integer.parseInt(pieces[2]);
    } else if (day == 0 && token.length() <= 2) {
      day = Integer.parseInt(token);
    } else if (year < 0 && token.length() <= 4) {
      year = Integer.parseInt(token);
    }
  }

  private static int[] clock(String token) {
    String[] pieces = token.split("[:.]", 4);
    int[] clock = new int[3];
    for (int i = 0; i < Math.min(3, pieces.length); i++) {
      clock[i] = Integer.parseInt(pieces[i]);
    }
    return clock;
  }

  private void offset(String token) {
    String digits = token.substring(1).replace(":", "");
    if (digits.length() == 4) {
      int minutes = Integer.parseInt(digits);
      int seconds = (minutes / 100 * 60 + minutes % 100) * 60;
      offsetSeconds = token.charAt(0) == '-' ? -seconds : seconds;
    }
  }

  private @Nullable Instant instant() {
    if (day == 0 || month == 0 || year < 0) {
      return null;
    }
    int fullYear = year < 50 ? 2000 + year : year < 1000 ? 1900 + year : year;
    int[] clock = time == null ? new int[3] : time;
    int hour = afternoon && clock[0] < 12 ? clock[0] + 12 : clock[0];
    int second = Math.min(clock[2], 59);
    ZoneOffset offset =
        Math.abs(offsetSeconds) > 18 * 3_600
            ? ZoneOffset.UTC
            : ZoneOffset.ofTotalSeconds(offsetSeconds);
    return LocalDateTime.of(fullYear, month, day, hour, clock[1], second).toInstant(offset);
  }
}
