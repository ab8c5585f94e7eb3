package amends.messages.email;

import amends.messages.Invitation;
import amends.messages.MailPerson;
import amends.shared.ContentLine;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the first event of a calendar part; one pass over lines, whatever they hold. */
public final class Calendars {
  private static final int MOST_LINES = 20_000;
  private static final int MOST_ATTENDEES = 50;

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
    ContentLine.read(text, MOST_LINES, calendar::line);
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

  private void line(ContentLine line) {
    Parameters name = Parameters.read(line.head());
    switch (name.value()) {
      case "begin" -> depth += depth(line.value(), 1);
      case "end" -> depth -= depth(line.value(), depth);
      case "method" ->
          method = Cleaning.cut(Cleaning.line(line.value()), 20).toUpperCase(Locale.ROOT);
      default -> {
        if (depth == 1) {
          event(name, line);
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

  private void event(Parameters name, ContentLine line) {
    switch (name.value()) {
      case "summary" -> summary = text(line, 500);
      case "location" -> place = text(line, 500);
      case "description" -> description = text(line, 4_000);
      case "rrule", "rdate" -> repeats = true;
      case "dtstart" -> {
        starts = line.moment();
        wholeDays = !line.value().contains("T");
        zone = line.isUniversal() ? "Z" : Cleaning.line(ContentLine.zone(name.get("tzid")));
      }
      case "dtend", "due" -> ends = line.moment();
      case "duration" -> ends = ends == null ? line.after(starts) : ends;
      case "organizer" -> organizer = person(name, line.value());
      case "attendee" -> attendee(name, line.value());
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
        common == null ? "" : text(new ContentLine("", common), 200),
        address.indexOf('@') > 0 ? Cleaning.cut(Cleaning.line(address), 320) : "");
  }

  private static String text(ContentLine line, int most) {
    return Cleaning.cut(Cleaning.text(line.text('\n')).strip(), most);
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
