package amends.messages.email;

import amends.messages.Invitation;
import amends.messages.MailPerson;
import com.ibm.icu.util.TimeZone;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the first event of a calendar part; one pass over lines, whatever they hold. */
public final class Calendars {
  private static final int MOST_LINES = 20_000;
  private static final int MOST_ATTENDEES = 50;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  private final List<Invitation.Attendee> attendees = new ArrayList<>();
  private String method = "";
  private String summary = "";
  private String place = "";
  private String description = "";
  private String zone = "";
  private @Nullable LocalDateTime starts;
  private @Nullable LocalDateTime ends;
  private @Nullable MailPerson organizer;
  private boolean wholeDays;
  private boolean repeats;
  private int depth;
  private boolean seen;

  private Calendars() {}

  /** The same for the bytes of a stored part, which are UTF-8 by the standard. */
  public static @Nullable Invitation read(byte[] bytes) {
    return read(Cleaning.text(Charsets.guess(bytes)));
  }

  /** Null where there is no event in it. */
  public static @Nullable Invitation read(String text) {
    Calendars calendar = new Calendars();
    StringBuilder line = new StringBuilder();
    for (String next : (Iterable<String>) text.lines().limit(MOST_LINES)::iterator) {
      boolean folded = next.startsWith(" ") || next.startsWith("\t");
      if (folded && line.length() < 64 * 1024) {
        line.append(next, 1, next.length());
      } else {
        calendar.line(line.toString());
        line.setLength(0);
        line.append(folded ? "" : next);
      }
    }
    calendar.line(line.toString());
    return calendar.seen ? calendar.invitation() : null;
  }

  static @Nullable Invitation find(List<Part> leaves) {
    for (Part part : leaves) {
      String type = part.mimeType();
      if (type.equals("text/calendar") || type.equals("application/ics")) {
        Invitation invitation = read(part.text());
        if (invitation != null) {
          return invitation;
        }
      }
    }
    return null;
  }

  private Invitation invitation() {
    return new Invitation(
        method,
        summary,
        starts,
        ends,
        wholeDays,
        zone,
        repeats,
        place,
        organizer,
        List.copyOf(attendees),
        description);
  }

  private void line(String line) {
    int colon = colon(line);
    if (colon <= 0) {
      return;
    }
    Parameters name = Parameters.read(line.substring(0, colon));
    String value = line.substring(colon + 1).strip();
    switch (name.value()) {
      case "begin" -> depth += depth(value, 1);
      case "end" -> depth -= depth(value, depth);
      case "method" -> method = Cleaning.cut(Cleaning.line(value), 20).toUpperCase(Locale.ROOT);
      default -> {
        if (depth == 1) {
          event(name, value);
        }
      }
    }
  }

  /** Only the first event counts, and in it nothing that is nested, such as an alarm. */
  private int depth(String component, int change) {
    String name = component.toUpperCase(Locale.ROOT);
    boolean begins = change == 1 && depth == 0;
    if (begins) {
      boolean first = !seen && (name.equals("VEVENT") || name.equals("VTODO"));
      seen |= first;
      return first ? 1 : 0;
    }
    return depth > 0 ? 1 : 0;
  }

  private void event(Parameters name, String value) {
    switch (name.value()) {
      case "summary" -> summary = text(value, 500);
      case "location" -> place = text(value, 500);
      case "description" -> description = text(value, 4_000);
      case "rrule", "rdate" -> repeats = true;
      case "dtstart" -> {
        starts = moment(value);
        wholeDays = !value.contains("T");
        zone = value.endsWith("Z") ? "Z" : zone(name.get("tzid"));
      }
      case "dtend", "due" -> ends = moment(value);
      case "duration" -> ends = ends == null ? after(value) : ends;
      case "organizer" -> organizer = person(name, value);
      case "attendee" -> attendee(name, value);
      default -> {}
    }
  }

  private void attendee(Parameters name, String value) {
    String state = name.get("partstat");
    if (attendees.size() < MOST_ATTENDEES) {
      boolean open = state == null || state.equalsIgnoreCase("NEEDS-ACTION");
      String known = open ? "" : String.valueOf(state).toUpperCase(Locale.ROOT);
      attendees.add(
          new Invitation.Attendee(person(name, value), Cleaning.cut(Cleaning.line(known), 20)));
    }
  }

  private static MailPerson person(Parameters name, String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    String address = lower.startsWith("mailto:") ? value.substring(7) : value;
    String common = name.get("cn");
    return new MailPerson(
        common == null ? "" : text(common, 200),
        address.indexOf('@') > 0 ? Cleaning.cut(Cleaning.line(address), 320) : "");
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

  private static String text(String value, int most) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char next = value.charAt(++i);
        out.append(next == 'n' || next == 'N' ? '\n' : next);
      } else {
        out.append(c);
      }
    }
    return Cleaning.cut(Cleaning.text(out.toString()).strip(), most);
  }

  private static @Nullable LocalDateTime moment(String value) {
    String bare = value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
    try {
      return LocalDateTime.parse(bare.length() == 8 ? bare + "T000000" : bare, MOMENT);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private @Nullable LocalDateTime after(String duration) {
    try {
      return starts == null ? null : starts.plus(Duration.parse(duration));
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  /** Outlook names zones as Windows does. */
  private static String zone(@Nullable String written) {
    if (written == null || written.length() > 100) {
      return "";
    }
    String known = TimeZone.getIDForWindowsID(written, "001");
    String name = known == null ? written : known;
    return Cleaning.line(
        name.substring(
            name.startsWith("/") ? name.lastIndexOf('/', name.lastIndexOf('/') - 1) + 1 : 0));
  }

  /** The event in a few lines, without a word of ours: for mail that says nothing else. */
  static String lines(Invitation event) {
    List<String> lines = new ArrayList<>();
    lines.add(event.summary());
    if (event.starts() != null) {
      String from = shown(event.starts(), event.wholeDays());
      String to = event.ends() == null ? "" : " – " + shown(event.ends(), event.wholeDays());
      String zone =
          event.zone().isEmpty()
              ? ""
              : " (" + (event.zone().equals("Z") ? "UTC" : event.zone()) + ")";
      lines.add(from + to + zone);
    }
    lines.add(event.place());
    lines.add(event.organizer() == null ? "" : event.organizer().written());
    lines.add(event.description().isEmpty() ? "" : "\n" + event.description());
    return String.join("\n", lines.stream().filter(line -> !line.isEmpty()).toList());
  }

  private static String shown(LocalDateTime moment, boolean wholeDays) {
    return wholeDays
        ? moment.toLocalDate().toString()
        : moment.toLocalDate() + " " + moment.toLocalTime();
  }
}
