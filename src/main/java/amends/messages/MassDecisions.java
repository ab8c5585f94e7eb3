package amends.messages;

import amends.customers.Purpose;
import amends.messages.ContactFacts.To;
import amends.messages.MassBatch.Part;
import amends.messages.MassRows.Person;
import amends.messages.MassRows.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Decides of deliveries to many, in the moment of their sending, which of them go. */
@Component
final class MassDecisions {
  /** So long a decision may be believed. */
  static final Duration FRESH = Duration.ofMillis(100);

  private static final Duration UNTIL_OTHER_CARD = Duration.ofSeconds(30);

  private final MassRows rows;
  private final Clearing clearing;
  private final Mailings mailings;
  private final InstantSource clock;

  MassDecisions(MassRows rows, Clearing clearing, Mailings mailings, InstantSource clock) {
    this.rows = rows;
    this.clearing = clearing;
    this.mailings = mailings;
    this.clock = clock;
  }

  boolean stopped(Mailing mailing) {
    return mailings.stopped(mailing.id());
  }

  Verdict backNow() {
    return new Verdict.Back(clock.instant());
  }

  List<Part> of(Mailing mailing, Medium medium, List<Taken> taken) {
    if (taken.isEmpty()) {
      return List.of();
    }
    List<Person> people = rows.people(mailing.id(), mailing.messageId(), medium, taken);
    List<Clearance> clear =
        clearing.of(
            medium,
            mailing.purpose(),
            taken.stream().map(t -> new To(t.customerId(), t.address())).toList());
    List<Part> parts = new ArrayList<>(taken.size());
    for (int i = 0; i < taken.size(); i++) {
      Person person = people.get(i);
      parts.add(new Part(taken.get(i), person, verdict(person, clear.get(i), mailing.purpose())));
    }
    return parts;
  }

  private Verdict verdict(Person person, Clearance clear, Purpose purpose) {
    if (person.erased()) {
      return new Verdict.Suppress("messages.not-sent.erased");
    }
    if (person.got()) {
      return new Verdict.Suppress("messages.not-sent.same-person");
    }
    Instant now = clock.instant();
    if (person.getting()) {
      return new Verdict.Back(now.plus(UNTIL_OTHER_CARD));
    }
    return switch (clear) {
      case Clearance.Stays(String why) -> new Verdict.Suppress(why);
      case Clearance.Goes goes when goes.from().isAfter(now) -> new Verdict.Back(goes.from());
      case Clearance.Goes goes ->
          person.living()
              ? new Verdict.Go()
              : new Verdict.Gone("the address is not in use any more");
    };
  }
}
