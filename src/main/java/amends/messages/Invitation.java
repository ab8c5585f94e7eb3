package amends.messages;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar part of a mail says (RFC 5545, 5546). All of it is the sender's claim.
 *
 * @param method in capitals, such as REQUEST, CANCEL or REPLY; empty where none is named
 * @param starts on the wall clock of {@code zone}; null where it is not told
 * @param ends likewise; null where it is not told
 * @param wholeDays whether only the days count
 * @param zone an IANA name, {@code Z} for UTC, or what the sender wrote; empty for whoever reads it
 * @param repeats whether it comes again
 * @param attendees at most fifty
 */
public record Invitation(
    String method,
    String summary,
    @Nullable LocalDateTime starts,
    @Nullable LocalDateTime ends,
    boolean wholeDays,
    String zone,
    boolean repeats,
    String place,
    @Nullable MailPerson organizer,
    List<Attendee> attendees,
    String description) {

  /** Whether it answers an invitation rather than being one. */
  public boolean answer() {
    return method.equals("REPLY") || method.equals("COUNTER");
  }

  /**
   * @param state in capitals, such as ACCEPTED, DECLINED or TENTATIVE; empty where open
   */
  public record Attendee(MailPerson person, String state) {}
}
