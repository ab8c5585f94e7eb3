package amends.promises;

import amends.shared.Refusal;
import com.ibm.icu.util.TimeZone;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The events of a calendar file, in one pass over its lines, whatever they hold. A library would
 * unfold rules of repetition and fetch time zones from the network; neither is wanted here.
 */
final class CalendarFile {
  static final int MOST_EVENTS = 5_000;
  private static final int LONGEST_LINE = 64 * 1024;
  private static final int MOST_GUESTS = 20;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  private final List<Event> events = new ArrayList<>();
  private @Nullable Making making;
  private boolean calendar;
  private boolean cancels;
  private int within;

  /**
   * One event.
   *
   * @param moments from when to when; the zone is null where it goes by the clock on the wall
   */
  record Event(
      String uid,
      String words,
      String place,
      @Nullable Wall starts,
      @Nullable Wall ends,
      String organizer,
      List<String> guests,
      boolean cancelled,
      boolean repeats) {

    /** By when it is over; the end counts, where it has one. */
    @Nullable Wall due() {
      return ends == null ? starts : ends;
    }
  }

  /** A moment as it is written, with the zone where it names one. */
  record Wall(LocalDateTime at, @Nullable ZoneId zone) {
    Instant in(ZoneId own) {
      return at.atZone(zone == null ? own : zone).toInstant();
    }
  }

  private static final class Making {
    private String uid = "";
    private String instance = "";
    private String words = "";
    private String place = "";
    private @Nullable Wall starts;
    private @Nullable Wall ends;
    private String organizer = "";
    private final List<String> guests = new ArrayList<>();
    private boolean cancelled;
    private boolean repeats;

    Event event(boolean cancels) {
      return new Event(
          uid + instance,
          words,
          place,
          starts,
          ends,
          organizer,
          List.copyOf(guests),
          cancelled || cancels,
          repeats);
    }
  }

  private CalendarFile() {}

  /**
   * @throws Refusal when it is no calendar, or holds more than {@value #MOST_EVENTS} events
   */
  static List<Event> read(String text) {
    CalendarFile file = new CalendarFile();
    StringBuilder line = new StringBuilder();
    for (String next : (Iterable<String>) text.lines()::iterator) {
      boolean folded = next.startsWith(" ") || next.startsWith("\t");
      if (!folded) {
        file.line(line.toString());
        line.setLength(0);
      }
      if (line.length() < LONGEST_LINE) {
        line.append(next, folded ? 1 : 0, Math.min(next.length(), LONGEST_LINE));
      }
    }
    file.line(line.toString());
    if (!file.calendar) {
      throw new Refusal("file", "promises.booking.refuse.calendar");
    }
    return List.copyOf(file.events);
  }

  private void line(String line) {
    int colon = colon(line);
    if (colon <= 0) {
      return;
    }
    String head = line.substring(0, colon);
    String name = head.split(";", 2)[0].strip().toUpperCase(Locale.ROOT);
    String value = line.substring(colon + 1).strip();
    switch (name) {
      case "BEGIN" -> begin(value.toUpperCase(Locale.ROOT));
      case "END" -> end(value.toUpperCase(Locale.ROOT));
      case "METHOD" -> cancels = value.equalsIgnoreCase("CANCEL");
      default -> {
        if (making != null && within == 0) {
          part(making, name, head, value);
        }
      }
    }
  }

  private void begin(String component) {
    calendar |= component.equals("VCALENDAR");
    if (making != null) {
      within++;
    } else if (component.equals("VEVENT")) {
      making = new Making();
      within = 0;
    }
  }

  private void end(String component) {
    if (making != null && within > 0) {
      within--;
    } else if (making != null && component.equals("VEVENT")) {
      if (events.size() == MOST_EVENTS) {
        throw new Refusal("file", "promises.booking.refuse.many", MOST_EVENTS);
      }
      events.add(making.event(cancels));
      making = null;
    }
  }

  private static void part(Making making, String name, String head, String value) {
    switch (name) {
      case "UID" -> making.uid = cut(value, 400);
      case "RECURRENCE-ID" -> making.instance = "/" + cut(value, 40);
      case "SUMMARY" -> making.words = text(value);
      case "LOCATION" -> making.place = text(value);
      case "STATUS" -> making.cancelled = value.equalsIgnoreCase("CANCELLED");
      case "RRULE", "RDATE" -> making.repeats = true;
      case "DTSTART" -> making.starts = wall(head, value);
      case "DTEND" -> making.ends = wall(head, value);
      case "DURATION" -> making.ends = after(making, value);
      case "ORGANIZER" -> making.organizer = address(value);
      case "ATTENDEE" -> {
        if (making.guests.size() < MOST_GUESTS && !address(value).isEmpty()) {
          making.guests.add(address(value));
        }
      }
      default -> {}
    }
  }

  private static @Nullable Wall after(Making making, String duration) {
    Wall starts = making.starts;
    try {
      return starts == null || making.ends != null
          ? making.ends
          : new Wall(starts.at().plus(Duration.parse(duration)), starts.zone());
    } catch (DateTimeException | ArithmeticException e) {
      return making.ends;
    }
  }

  private static @Nullable Wall wall(String head, String value) {
    String bare = value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
    try {
      LocalDateTime at = LocalDateTime.parse(bare.length() == 8 ? bare + "T000000" : bare, MOMENT);
      return new Wall(at, value.endsWith("Z") ? ZoneOffset.UTC : zone(head));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Outlook names zones as Windows does. */
  private static @Nullable ZoneId zone(String head) {
    int at = head.toUpperCase(Locale.ROOT).indexOf(";TZID=");
    if (at < 0) {
      return null;
    }
    String named = head.substring(at + 6).split(";", 2)[0].replace("\"", "").strip();
    String known = named.length() > 100 ? null : TimeZone.getIDForWindowsID(named, "001");
    String zone = known == null ? named : known;
    int last = zone.lastIndexOf('/', zone.lastIndexOf('/') - 1);
    String id = zone.startsWith("/") ? zone.substring(last + 1) : zone;
    return ZoneId.getAvailableZoneIds().contains(id) ? ZoneId.of(id) : null;
  }

  private static String address(String value) {
    String bare = value.toLowerCase(Locale.ROOT).startsWith("mailto:") ? value.substring(7) : value;
    return bare.indexOf('@') > 0 && bare.length() <= 320 ? bare.strip() : "";
  }

  /** The colon behind the parameters, which may hold others in quotes. */
  private static int colon(String line) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (c == ':' && !quoted) {
        return i;
      }
    }
    return -1;
  }

  private static String text(String value) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length() && out.length() < 500; i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char next = value.charAt(++i);
        out.append(next == 'n' || next == 'N' ? ' ' : next);
      } else if (!Character.isISOControl(c)) {
        out.append(c);
      }
    }
    return out.toString().strip();
  }

  private static String cut(String value, int most) {
    return value.length() <= most ? value : value.substring(0, most);
  }
}
