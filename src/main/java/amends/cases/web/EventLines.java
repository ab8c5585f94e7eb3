package amends.cases.web;

import amends.messages.Invitation;
import amends.shared.Texts.Voice;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a calendar file invites to, as the timeline shows it. */
final class EventLines {
  private static final int MOST_PEOPLE = 8;

  private EventLines() {}

  static String of(Invitation event, Voice t) {
    List<String> lines = new ArrayList<>();
    lines.add(t.say(kind(event.method()), event.summary()));
    lines.add(when(event, t));
    lines.add(event.place());
    lines.add(
        event.organizer() == null ? "" : t.say("cases.event.from", event.organizer().written()));
    lines.add(people(event, t));
    return lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
  }

  private static String kind(String method) {
    return switch (method) {
      case "REQUEST" -> "cases.event.request";
      case "CANCEL" -> "cases.event.cancel";
      case "REPLY", "COUNTER" -> "cases.event.reply";
      default -> "cases.event.other";
    };
  }

  /** In the reader's own zone where the sender's is known, else as it was written. */
  private static String when(Invitation event, Voice t) {
    LocalDateTime starts = event.starts();
    LocalDateTime ends = event.ends();
    if (starts == null) {
      return "";
    }
    ZoneId zone = zone(event.zone());
    if (event.wholeDays() || zone == null) {
      return written(starts, event) + (ends == null ? "" : " – " + written(ends, event));
    }
    Instant from = starts.atZone(zone).toInstant();
    if (ends == null) {
      return t.moment(from);
    }
    Instant to = ends.atZone(zone).toInstant();
    boolean sameDay = starts.toLocalDate().equals(ends.toLocalDate());
    return t.moment(from) + " – " + (sameDay ? t.clockTime(to) : t.moment(to));
  }

  private static String written(LocalDateTime wall, Invitation event) {
    return event.wholeDays()
        ? wall.toLocalDate().toString()
        : (wall.toLocalDate() + " " + wall.toLocalTime() + " " + event.zone()).strip();
  }

  private static @Nullable ZoneId zone(String name) {
    try {
      return name.isEmpty() ? null : ZoneId.of(name);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String people(Invitation event, Voice t) {
    String people =
        event.attendees().stream()
            .limit(MOST_PEOPLE)
            .map(attendee -> attendee.person().written() + state(attendee.state(), t))
            .collect(Collectors.joining(", "));
    return people.isEmpty() ? "" : t.say("cases.event.to", people);
  }

  private static String state(String state, Voice t) {
    return switch (state) {
      case "ACCEPTED" -> " " + t.say("cases.event.accepted");
      case "DECLINED" -> " " + t.say("cases.event.declined");
      case "TENTATIVE" -> " " + t.say("cases.event.tentative");
      default -> "";
    };
  }
}
