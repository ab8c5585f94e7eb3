package amends.complaints.web;

import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** The moment at which a complaint came: one that has passed, typed as "2026-05-14 10:00". */
final class ReceivedAt {
  private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private ReceivedAt() {}

  static String shown(Instant at, Voice t) {
    return PLAIN.format(at.atZone(t.zone()));
  }

  /**
   * Read in the voice's zone.
   *
   * @throws Refusal when it cannot be read or lies ahead
   */
  static Instant read(String field, String typed, Voice t, Instant now) {
    try {
      Instant at =
          LocalDateTime.parse(typed.strip().replace('T', ' '), PLAIN).atZone(t.zone()).toInstant();
      if (at.isAfter(now)) {
        throw new Refusal(field, "complaints.refusal.ahead");
      }
      return at;
    } catch (DateTimeException e) {
      throw new Refusal(field, "complaints.refusal.received");
    }
  }
}
