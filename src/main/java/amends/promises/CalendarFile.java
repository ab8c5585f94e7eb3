package amends.promises;

import amends.shared.ContentLine;
import amends.shared.Plain;
import amends.shared.Refusal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The events of a calendar file, whatever else it holds. */
final class CalendarFile {
  static final int MOST_EVENTS = 5_000;
  private static final int LONGEST_WORDS = 500;
  private static final String TZID = ";TZID=";
  private static final int MOST_GUESTS = 20;

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
    ContentLine.read(text, Long.MAX_VALUE, file::line);
    if (!file.calendar) {
      throw new Refusal("file", "promises.booking.refuse.calendar");
    }
    return List.copyOf(file.events);
  }

  private void line(ContentLine line) {
    switch (line.name()) {
      case "BEGIN" -> begin(line.value().toUpperCase(Locale.ROOT));
      case "END" -> end(line.value().toUpperCase(Locale.ROOT));
      case "METHOD" -> cancels = line.value().equalsIgnoreCase("CANCEL");
      default -> {
        if (making != null && within == 0) {
          part(making, line);
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

  private static void part(Making making, ContentLine line) {
    String value = line.value();
    switch (line.name()) {
      case "UID" -> making.uid = cut(value, 400);
      case "RECURRENCE-ID" -> making.instance = "/" + cut(value, 40);
      case "SUMMARY" -> making.words = text(line);
      case "LOCATION" -> making.place = text(line);
      case "STATUS" -> making.cancelled = value.equalsIgnoreCase("CANCELLED");
      case "RRULE", "RDATE" -> making.repeats = true;
      case "DTSTART" -> making.starts = wall(line);
      case "DTEND" -> making.ends = wall(line);
      case "DURATION" -> making.ends = after(making, line);
      case "ORGANIZER" -> making.organizer = address(value);
      case "ATTENDEE" -> {
        if (making.guests.size() < MOST_GUESTS && !address(value).isEmpty()) {
          making.guests.add(address(value));
        }
      }
      default -> {}
    }
  }

  private static @Nullable Wall after(Making making, ContentLine duration) {
    Wall starts = making.starts;
    LocalDateTime ends = duration.after(starts == null ? null : starts.at());
    return starts == null || ends == null || making.ends != null
        ? making.ends
        : new Wall(ends, starts.zone());
  }

  private static @Nullable Wall wall(ContentLine line) {
    LocalDateTime at = line.moment();
    return at == null ? null : new Wall(at, line.isUniversal() ? ZoneOffset.UTC : zone(line));
  }

  private static @Nullable ZoneId zone(ContentLine line) {
    int at = line.head().toUpperCase(Locale.ROOT).indexOf(TZID);
    if (at < 0) {
      return null;
    }
    String named = line.head().substring(at + TZID.length()).split(";", 2)[0];
    String id = ContentLine.zone(named.replace("\"", "").strip());
    return ZoneId.getAvailableZoneIds().contains(id) ? ZoneId.of(id) : null;
  }

  private static String address(String value) {
    String bare = value.toLowerCase(Locale.ROOT).startsWith("mailto:") ? value.substring(7) : value;
    return bare.indexOf('@') > 0 && bare.length() <= 320 ? bare.strip() : "";
  }

  private static String text(ContentLine line) {
    return Plain.line(line.text(' '), LONGEST_WORDS);
  }

  private static String cut(String value, int most) {
    return value.length() <= most ? value : value.substring(0, most);
  }
}
