package amends.remedies;

import amends.customers.Customer;
import amends.customers.Customers;
import amends.journal.Journal;
import amends.messages.Holding;
import amends.promises.NewPromise;
import amends.promises.Owner;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.remedies.Giving.Decided;
import amends.shared.Actor;
import amends.shared.Texts;
import amends.time.RoundMoments;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What follows from a grant: a promise to look whether it works, a bridge's end, and the news. */
@Component
final class Following {
  private final Promises promises;
  private final Customers customers;
  private final Texts texts;
  private final InterimRows interims;
  private final Spreading spreading;

  Following(
      Promises promises,
      Customers customers,
      Texts texts,
      InterimRows interims,
      Spreading spreading) {
    this.promises = promises;
    this.customers = customers;
    this.texts = texts;
    this.interims = interims;
    this.spreading = spreading;
  }

  /** Who hears of it: the journal, the private rules and the rooms above. */
  @Component
  record Spreading(
      Journal journal, SuspicionRules rules, ApplicationEventPublisher events, Holding holding) {}

  /** A final remedy makes a promise to look; 0 for an interim one, which rings by itself. */
  long promiseToLook(Decided what, Instant now) {
    if (what.remedy().interim()) {
      return 0;
    }
    Instant there = what.promisedAt().isAfter(now) ? what.promisedAt() : now;
    return look(what.matter(), what.remedy(), there, what.by());
  }

  /** It came back: somebody looks again whether it arrived. */
  long lookAgain(Matter matter, Remedy remedy, Instant now) {
    return look(matter, remedy, now, Actor.SYSTEM);
  }

  private long look(Matter matter, Remedy remedy, Instant there, Actor by) {
    Customer customer = customers.customer(matter.customerId());
    String words =
        texts
            .voice(customer.locale(), customer.zone())
            .say(asked(remedy.kind()), remedy.in(customer.locale()).name());
    return promises
        .make(
            new NewPromise(
                matter.about(),
                matter.customerId(),
                Promise.Kind.CHECK,
                words,
                RoundMoments.quarter(
                    there.plus(Duration.ofDays(remedy.checkDays())), customer.zone()),
                new Owner(matter.scope().ownerId(), matter.teamId()),
                by))
        .id();
  }

  /** Money does not work, and a visit does not arrive. */
  private static String asked(Remedy.Kind kind) {
    return switch (kind.end()) {
      case "paid", "credited", "waived" -> "remedies.promise.look.money";
      case "done" -> "remedies.promise.look.deed";
      default -> "remedies.promise.look";
    };
  }

  void cameBack(RemedyGrant grant) {
    spreading
        .journal()
        .record("remedy.came_back", grant.about(), Actor.SYSTEM, Map.of("grant", grant.id()));
  }

  /** Nothing leaves for as long as a reply can be taken back. */
  Instant notBefore(Instant now) {
    return now.plus(spreading.holding().time());
  }

  void granted(RemedyGrant grant, Wanted wanted, Instant now) {
    Wanted.Bridge bridge = wanted.interim();
    if (grant.interim() && bridge != null) {
      interims.begin(grant, bridge);
    }
    Map<String, Object> payload = new HashMap<>();
    payload.put("grant", grant.id());
    payload.put("kind", grant.kind().code());
    payload.put("minor", grant.amount().minor());
    payload.put("currency", grant.amount().currency());
    payload.put("limit", grant.limitId());
    Long request = grant.requestId();
    if (request != null) {
      payload.put("request", request);
    }
    spreading.journal().record("remedy.granted", grant.about(), grant.grantedBy(), payload);
    spreading.rules().look(grant, now);
    spreading.events().publishEvent(new RemedyGranted(grant));
  }
}
