package amends.cases;

import amends.shared.Refusal;
import amends.staff.Brand;
import amends.time.Calendars;
import amends.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** By when the house promises what, where nobody has said otherwise. House rules, not law. */
@Component
final class Rhythm {
  /** Working time, by the brand's calendar in its zone, until a person has answered. */
  static final Duration ANSWER = Duration.ofHours(4);

  /** The first follow-up comes within 24 hours. */
  static final Duration FOLLOW_UP = Duration.ofHours(24);

  /** A look by ourselves when it is the customer's turn. */
  static final Duration LOOK = Duration.ofDays(7);

  /** Waiting for somebody is looked at again by then at the latest. */
  static final Duration LONGEST_WAIT = Duration.ofDays(31);

  /** A customer who does not answer is not asked again at once. */
  static final Duration BETWEEN_TRIES = Duration.ofHours(4);

  /** How often a customer is asked whether it is right before silence is taken for an answer. */
  static final int FOLLOW_UP_TRIES = 3;

  private final InstantSource clock;
  private final Calendars calendars;

  Rhythm(InstantSource clock, Calendars calendars) {
    this.clock = clock;
    this.calendars = calendars;
  }

  Instant answerBy(Brand brand) {
    return working(brand).plusWorking(clock.instant(), ANSWER);
  }

  /** A brand whose calendar nobody has written down works day and night. */
  private WorkingCalendar working(Brand brand) {
    try {
      return calendars.calendar(brand.calendar()).in(brand.zone());
    } catch (Refusal noCalendar) {
      return WorkingCalendar.always(brand.zone());
    }
  }

  Instant followUpBy() {
    return clock.instant().plus(FOLLOW_UP);
  }

  Instant in(int days) {
    return clock.instant().plus(Duration.ofDays(days));
  }

  boolean ahead(Instant moment) {
    return moment.isAfter(clock.instant());
  }

  Instant lookBy() {
    return clock.instant().plus(LOOK);
  }
}
