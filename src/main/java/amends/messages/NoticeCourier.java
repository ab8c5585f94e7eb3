package amends.messages;

import amends.journal.Journal;
import amends.messages.email.courier.Relay;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Duty;
import amends.shared.Subject;
import amends.shared.WorkRows.Lease;
import amends.shared.WorkRows.LeaseLost;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes notices to the mail server. It has a line of its own, so that what colleagues are told
 * never stands between a customer and an answer.
 */
final class NoticeCourier implements Duty, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(NoticeCourier.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration LONGEST_BACK_OFF = Duration.ofHours(1);
  private static final int MOST_AMBIGUOUS = 3;

  /** What it works with; without a relay everything waits. */
  record Tools(
      Acts acts, NoticeRows rows, NoticeLetters letters, Journal journal, InstantSource clock) {}

  private final Tools tools;
  private final @Nullable Relay relay;
  private final BooleanSupplier held;

  NoticeCourier(Tools tools, @Nullable Relay relay, BooleanSupplier held) {
    this.tools = tools;
    this.relay = relay;
    this.held = held;
  }

  @Override
  public String name() {
    return "notices";
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public boolean perform() {
    Relay to = relay;
    if (to == null || held.getAsBoolean()) {
      return false;
    }
    tools.acts().run(tools.rows()::gather);
    List<Lease> leases = tools.acts().call(() -> tools.rows().mails().claim(1, LEASE));
    leases.forEach(lease -> carry(lease, to));
    return !leases.isEmpty();
  }

  private void carry(Lease lease, Relay to) {
    try {
      Answer answer = tools.rows().expired(lease) ? null : send(lease, to);
      tools.acts().run(() -> record(lease, answer));
    } catch (LeaseLost e) {
      log.info("notice mail {} was taken up by somebody else", lease.id());
    }
  }

  private Answer send(Lease lease, Relay to) {
    try {
      Letters.Ready letter = tools.letters().write(lease.id());
      return to.send(letter.mailFrom(), letter.to(), letter.mime());
    } catch (IllegalArgumentException e) {
      return new Answer.Refused(String.valueOf(e.getMessage()));
    }
  }

  /** Nothing is answered for one that had waited too long to be sent. */
  private void record(Lease lease, @Nullable Answer answer) {
    switch (answer) {
      case null -> done(lease, "expired");
      case Answer.Accepted ignored -> done(lease, "accepted");
      case Answer.Refused ignored -> done(lease, "refused");
      case Answer.Later(String reply) -> later(lease, reply);
      case Answer.Busy(String reply, Duration pause) -> later(lease, reply);
      case Answer.Unknown(String reply) -> {
        if (lease.attempts() >= MOST_AMBIGUOUS) {
          done(lease, "unknown");
        } else {
          later(lease, reply);
        }
      }
    }
  }

  private void done(Lease lease, String outcome) {
    tools.rows().finish(lease, outcome);
    tools
        .journal()
        .record(
            "notice." + outcome,
            Subject.of("person", tools.rows().personOf(lease.id())),
            Actor.SYSTEM,
            Map.of("notice_mail", lease.id(), "try", lease.attempts()));
  }

  private void later(Lease lease, String reply) {
    Duration wait = Duration.ofSeconds(30L << Math.min(lease.attempts() - 1, 10));
    Duration bounded = wait.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : wait;
    Instant again = tools.clock().instant().plus(bounded);
    boolean ours = tools.rows().mails().putBack(lease, again, reply);
    log.debug("notice mail {} is tried again at {}: {}", lease.id(), again, ours);
  }

  @Override
  public void close() {
    if (relay != null) {
      relay.close();
    }
  }
}
