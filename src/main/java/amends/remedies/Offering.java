package amends.remedies;

import amends.remedies.Deciding.Considered;
import amends.remedies.Deciding.Reserved;
import amends.remedies.OfferRows.Aside;
import amends.remedies.OfferRows.End;
import amends.remedies.OfferRows.Weighed;
import amends.remedies.Ruling.Within;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Tokens;
import amends.staff.Viewer;
import amends.time.Alarms;
import amends.time.Bell;
import amends.time.Rung;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes offers, sets aside what they need, and lets lapse what nobody has answered. */
@Component
final class Offering implements Bell {
  private static final String NAME = "remedies.offer";
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final int MOST = 8;

  private final OfferRows rows;
  private final Deciding deciding;
  private final Setting setting;
  private final Alarms alarms;
  private final Interims.Telling telling;

  Offering(
      OfferRows rows, Deciding deciding, Setting setting, Alarms alarms, Interims.Telling telling) {
    this.rows = rows;
    this.deciding = deciding;
    this.setting = setting;
    this.alarms = alarms;
    this.telling = telling;
  }

  /** Whose authority is set aside, and where that counts. */
  @Component
  record Setting(Uses uses, Standing standing) {}

  Instant now() {
    return telling.now();
  }

  Offer offer(Matter matter, NewOffer offer, String once, Viewer by) {
    check(offer);
    String key =
        once.isBlank()
            ? null
            : HexFormat.of().formatHex(Tokens.hash("offer " + by.id() + " " + once));
    Optional<Offer> before = Optional.ofNullable(key).flatMap(rows::before);
    if (before.filter(known -> !isSame(known, matter, offer)).isPresent()) {
      throw new Refusal("", "remedies.refusal.changed");
    }
    return before.orElseGet(() -> make(matter, offer, key, by));
  }

  private static boolean isSame(Offer known, Matter matter, NewOffer offer) {
    List<Wanted> choices = known.choices().stream().map(Offer.Choice::wanted).toList();
    boolean same = choices.size() == offer.choices().size();
    for (int i = 0; same && i < choices.size(); i++) {
      same = choices.get(i).sameAs(offer.choices().get(i));
    }
    return same && known.about().equals(matter.about());
  }

  private Offer make(Matter matter, NewOffer offer, @Nullable String once, Viewer by) {
    deciding.hold(matter);
    List<Considered> considered = new ArrayList<>();
    for (Wanted choice : offer.choices()) {
      Considered one = deciding.look(matter, choice, by);
      Safety.refuseBlocked(one.safe(), "choices");
      Deciding.refuseProgram(one.what().remedy(), by);
      refuseShorter(choice.interim(), offer.validUntil());
      considered.add(one);
    }
    Footing footing = setting.standing().footing(matter);
    checkLaw(offer, considered, footing.today());
    Within largest = largest(considered);
    Keys keys = footing.keys(largest.limit(), matter, by.id());
    if (setting.uses().take(keys, largest.amount().minor()).exceed(largest.limit())) {
      throw new Refusal("choices", "remedies.refusal.used-up");
    }
    long refund = Refundable.largest(matter, considered.stream().map(one -> one.what().pieces()));
    Aside aside = new Aside(keys, largest.amount(), refund);
    return made(matter, new Made(offer, considered, once), aside, by);
  }

  /** Else it could be chosen when it bridges no longer. */
  private static void refuseShorter(Wanted.@Nullable Bridge bridge, Instant validUntil) {
    if (bridge != null && !bridge.endsAt().isAfter(validUntil)) {
      throw new Refusal("valid_until", "remedies.refusal.offer-bridge");
    }
  }

  private record Made(NewOffer offer, List<Considered> considered, @Nullable String once) {}

  private Offer made(Matter matter, Made make, Aside aside, Viewer by) {
    NewOffer offer = make.offer();
    List<Weighed> choices = new ArrayList<>();
    for (int i = 0; i < make.considered().size(); i++) {
      Considered one = make.considered().get(i);
      // By when it is there counts from the choice, unless a day was promised.
      Wanted wanted = offer.choices().get(i);
      choices.add(
          new Weighed(wanted, one.what().remedy().kind(), Worth.total(one.what().pieces())));
    }
    long id = rows.insert(matter, offer, choices, aside, make.once(), now());
    Offer made = rows.find(id).orElseThrow();
    alarms.set(NAME, made.subject(), offer.validUntil());
    telling
        .journal()
        .record(
            "remedy.offered",
            matter.about(),
            by.actor(),
            Map.of("offer", id, "choices", choices.size()));
    telling.publishing().events().publishEvent(new RemedyOffered(made));
    return made;
  }

  private void check(NewOffer offer) {
    if (offer.choices().isEmpty() || offer.choices().size() > MOST) {
      throw new Refusal("choices", "remedies.refusal.choices");
    }
    if (offer.reason().isBlank()) {
      throw new Refusal("reason", "remedies.refusal.no-reason");
    }
    offer.choices().forEach(Length::check);
    Length.atMost(Length.TEXT, offer.reason(), "reason");
    Length.atMost(Length.TEXT, offer.singleReason(), "single");
    Instant now = now();
    if (!offer.validUntil().isAfter(now) || offer.validUntil().isAfter(now.plus(LONGEST))) {
      throw new Refusal("valid_until", "remedies.refusal.valid-until");
    }
  }

  private static void checkLaw(NewOffer offer, List<Considered> considered, LocalDate day) {
    String code = offer.law();
    if (code == null) {
      return;
    }
    Statutes.Choice law =
        Statutes.choice(code, day).orElseThrow(() -> new Refusal("law", "remedies.refusal.law"));
    long different =
        considered.stream()
            .map(one -> one.what().remedy().kind())
            .filter(law.among()::contains)
            .distinct()
            .count();
    String single = offer.singleReason();
    boolean excused = different == 1 && single != null && !single.isBlank();
    if (different < law.least() && !excused) {
      throw new Refusal("choices", "remedies.refusal.law-choices", String.valueOf(law.least()));
    }
  }

  /** Every choice is within; they count in one currency. */
  private static Within largest(List<Considered> considered) {
    List<Within> all = considered.stream().map(one -> Deciding.within(one.ruling())).toList();
    String currency = all.getFirst().amount().currency();
    if (all.stream().anyMatch(one -> !one.amount().currency().equals(currency))) {
      throw new Refusal("choices", "remedies.refusal.two-currencies");
    }
    return all.stream().max(Comparator.comparingLong(one -> one.amount().minor())).orElseThrow();
  }

  void giveBack(Reserved reserved) {
    setting.uses().giveBack(reserved.keys(), reserved.amount().minor());
  }

  Offer ended(Offer offer, End end, Actor by) {
    rows.end(offer.id(), end, by, now());
    if (!end.how().equals("lapsed")) {
      alarms.silence(NAME, offer.subject());
    }
    Offer ended = rows.find(offer.id()).orElseThrow();
    telling
        .journal()
        .record("remedy.offer_" + end.how(), offer.about(), by, Map.of("offer", offer.id()));
    telling.publishing().events().publishEvent(new OfferAnswered(ended));
    return ended;
  }

  /**
   * Within the act that took back what was chosen: it can be chosen from again, as before.
   *
   * @throws Refusal when what was free since has been given otherwise
   */
  Offer standsAgain(Offer offer, Actor by) {
    Reserved kept = rows.reserved(offer);
    if (setting.uses().take(kept.keys(), kept.amount().minor()).exceed(kept.keys().limit())) {
      throw usedMeanwhile();
    }
    rows.reopen(offer.id());
    alarms.set(NAME, offer.subject(), offer.validUntil());
    telling
        .journal()
        .record("remedy.choice_taken_back", offer.about(), by, Map.of("offer", offer.id()));
    return rows.find(offer.id()).orElseThrow();
  }

  static Refusal usedMeanwhile() {
    return new Refusal("", "remedies.refusal.unchoose-used");
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Silence is neither yes nor no: what was set aside is free again, and we ask. */
  @Override
  public void ring(List<Rung> due, Instant now) {
    for (Rung rung : due) {
      rows.held(rung.guards().id())
          .filter(Offer::open)
          .ifPresent(offer -> {
            giveBack(rows.reserved(offer));
            ended(offer, new End("lapsed", null, null, null), Actor.SYSTEM);
          });
    }
  }
}
