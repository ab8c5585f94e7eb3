package amends.cases;

import amends.messages.Notice;
import amends.messages.Notices;
import amends.promises.NewPromise;
import amends.promises.Owner;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.remedies.RemedyGrant;
import amends.remedies.RemedyUnsafe;
import amends.remedies.RemedyWentWrong;
import amends.shared.Actor;
import amends.shared.Subject;
import amends.staff.Brand;
import amends.staff.Person;
import amends.staff.Staff;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What was given to make it right went wrong itself, or is no longer safe. That is a second
 * failure: the case is taken up again, the customer hears before anybody else, and the lead of the
 * team sees to it that they do.
 */
@Component
final class SecondFailures {
  private final Access access;
  private final Endings endings;
  private final NextMoment nextMoment;
  private final Words words;
  private final Rising rising;

  SecondFailures(
      Access access, Endings endings, NextMoment nextMoment, Words words, Rising rising) {
    this.access = access;
    this.endings = endings;
    this.nextMoment = nextMoment;
    this.words = words;
    this.rising = rising;
  }

  /** The words of what is promised then, and by when. */
  @Component
  record Words(Letters letters, Brands brands, Rhythm rhythm) {
    String said(Case matter, String key) {
      return letters.said(brand(matter), key);
    }

    Instant soon(Case matter) {
      return rhythm.answerBy(brand(matter));
    }

    private Brand brand(Case matter) {
      return brands.of(matter.brandId());
    }
  }

  /** Before whom it is put. */
  @Component
  record Rising(Staff staff, Promises promises, Notices notices) {}

  @EventListener
  void on(RemedyWentWrong event) {
    rise(event.grant(), "cases.remedy.wrong", Map.of("again", event.again()));
  }

  @EventListener
  void on(RemedyUnsafe event) {
    rise(event.grant(), "cases.remedy.unsafe", Map.of("mark", event.evidence().id()));
  }

  private void rise(RemedyGrant grant, String key, Map<String, ?> more) {
    if (grant.about().kind().equals("case")) {
      access.rows().lockStanding(grant.about().id()).ifPresent(m -> rise(m, grant, key, more));
    }
  }

  private void rise(Case matter, RemedyGrant grant, String key, Map<String, ?> more) {
    Instant soon = words.soon(matter);
    nextMoment.promise(
        matter, Promise.Kind.CONTACT, words.said(matter, key + ".promise"), soon, Actor.SYSTEM);
    lead(matter).ifPresent(lead -> putBefore(matter, lead, grant, key, soon));
    if (matter.settled()) {
      endings.takeUp(matter, words.said(matter, key + ".why"), Actor.SYSTEM);
    } else {
      nextMoment.point(matter.id());
    }
    Map<String, Object> payload = new HashMap<>(more);
    payload.put("grant", grant.id());
    access.tell("case.failed_again", matter, Actor.SYSTEM, payload);
  }

  private void putBefore(Case matter, Person lead, RemedyGrant grant, String key, Instant soon) {
    rising
        .promises()
        .make(
            new NewPromise(
                matter.asSubject(),
                matter.customerId(),
                Promise.Kind.LOOK,
                words.said(matter, key + ".lead"),
                soon,
                new Owner(lead.id(), matter.teamId()),
                Actor.SYSTEM));
    rising
        .notices()
        .tell(
            List.of(
                new Notice(
                    Notice.Kind.NEWS,
                    Subject.of("remedy_grant", grant.id()),
                    matter.asSubject(),
                    key + ".notice",
                    soon,
                    lead.id(),
                    null)));
  }

  /** Of a restricted matter a lead is told only who is named in it. */
  private Optional<Person> lead(Case matter) {
    Set<Long> named = matter.named();
    return rising
        .staff()
        .leadOf(matter.teamId())
        .filter(found -> named == null || named.contains(found.id()));
  }

  /** A look of our own, soon: somebody has to decide anew. */
  void lookAt(Case matter, String key) {
    nextMoment.promise(
        matter, Promise.Kind.LOOK, words.said(matter, key), words.soon(matter), Actor.SYSTEM);
    if (matter.closed()) {
      endings.takeUp(matter, words.said(matter, key), Actor.SYSTEM);
    } else {
      nextMoment.point(matter.id());
    }
  }
}
