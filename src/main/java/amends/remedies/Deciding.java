package amends.remedies;

import amends.remedies.Giving.Decided;
import amends.remedies.Giving.Under;
import amends.remedies.Giving.Way;
import amends.remedies.Ruling.Above;
import amends.remedies.Ruling.Never;
import amends.remedies.Ruling.Within;
import amends.shared.Actor;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.staff.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From what somebody wants to a decision, and from a decision to a grant. */
@Component
final class Deciding {
  private final Parts parts;
  private final Rulings rulings;
  private final Safety safety;
  private final Giving giving;
  private final InstantSource clock;

  Deciding(Parts parts, Rulings rulings, Safety safety, Giving giving, InstantSource clock) {
    this.parts = parts;
    this.rulings = rulings;
    this.safety = safety;
    this.giving = giving;
    this.clock = clock;
  }

  /** What is looked up on the way. */
  @Component
  record Parts(Worth worth, Wishes wishes, Earliest earliest, Standing standing) {}

  /** What would be given, and whether it is safe. */
  record Prepared(Wished wished, List<Piece> pieces, Instant promisedAt, Safe safe) {
    Remedy remedy() {
      return wished.remedy();
    }
  }

  /** What stands now: what would be given, and what is decided about it. */
  record Considered(Prepared what, Ruling ruling) {
    Safe safe() {
      return what.safe();
    }
  }

  /** Until the act ends nobody else gives back what is left of this matter's order. */
  void hold(Matter matter) {
    rulings.hold(matter);
  }

  Considered look(Matter matter, Wanted wanted, Viewer by) {
    Prepared what = prepared(matter, wanted);
    parts.wishes().check(wanted, what.wished(), what.pieces());
    return considered(matter, wanted, what, by);
  }

  private Considered considered(Matter matter, Wanted wanted, Prepared what, Viewer by) {
    boolean blocked = what.safe() instanceof Safe.Blocked;
    return new Considered(
        what,
        rulings.rule(
            new Rulings.Question(
                matter, what.wished(), what.pieces(), wanted.promisedAt(), blocked, by)));
  }

  private Prepared prepared(Matter matter, Wanted wanted) {
    Wished wished = parts.wishes().wished(matter, wanted);
    List<Piece> pieces = parts.worth().pieces(wished.remedy(), wanted.amount());
    Instant promised =
        Optional.ofNullable(wanted.promisedAt())
            .orElseGet(() -> parts.earliest().of(matter, pieces, clock.instant()));
    return new Prepared(wished, pieces, promised, safe(matter, wanted, pieces));
  }

  /** Everything in it that is sent is asked after; the piece that was chosen is that of a unit. */
  private Safe safe(Matter matter, Wanted wanted, List<Piece> pieces) {
    return Safe.together(
        pieces.stream()
            .map(Piece::remedy)
            .filter(one -> one.kind().isUnit() || one.productId() != null)
            .map(one ->
                safety.look(
                    new Sending(
                        matter.about(),
                        matter.customerId(),
                        one.kind(),
                        one.productId(),
                        one.kind().isUnit() ? wanted.unitId() : null,
                        wanted.replacesUnitId(),
                        wanted.cause(),
                        null)))
            .toList());
  }

  /**
   * Gives it under this viewer's authority.
   *
   * @throws Refusal when it is not within it, or not safe
   */
  RemedyGrant give(Matter matter, Wanted wanted, Viewer authority, Actor by, Way way) {
    holdUnit(wanted);
    hold(matter);
    Prepared what = prepared(matter, wanted);
    if (way.request() == null) {
      parts.wishes().check(wanted, what.wished(), what.pieces());
    } else {
      // The rest was looked at when it was asked: a cause may have been retired since.
      parts.wishes().checkBridge(wanted.interim(), what.remedy());
    }
    Considered considered = considered(matter, wanted, what, authority);
    Safety.refuseBlocked(considered.safe(), "unit");
    refuseProgram(considered.what().remedy(), authority);
    Limit limit = within(considered.ruling()).limit();
    Keys keys = what.wished().footing().keys(limit, matter, authority.id());
    Instant now = clock.instant();
    return giving.give(
        decided(matter, wanted, considered.what(), new Under(keys, now), way, by), now);
  }

  /**
   * Gives what was offered, under the authority that was set aside for it; also when its limit or
   * its place in the catalogue has ended meanwhile.
   *
   * @throws Refusal when the matter is over, or it is not safe any more
   */
  RemedyGrant giveReserved(Matter matter, Wanted wanted, Reserved reserved, Actor by) {
    if (matter.closed()) {
      throw new Refusal("", Rulings.words(Ruling.Why.CLOSED));
    }
    holdUnit(wanted);
    Wanted fresh = wanted.promised(null);
    Prepared what = prepared(matter, fresh);
    Safety.refuseBlocked(what.safe(), "choice");
    Way way = new Way(null, reserved.offer(), null);
    Under under = new Under(reserved.keys(), reserved.ruledAt());
    Instant now = clock.instant();
    return giving.giveReserved(
        decided(matter, wanted, what, under, way, by), reserved.amount().minor(), now);
  }

  /** An offer's share of its offerer's authority. */
  record Reserved(long offer, Keys keys, Instant ruledAt, Money amount) {}

  private void holdUnit(Wanted wanted) {
    Long unit = wanted.unitId();
    if (unit != null) {
      safety.hold(unit);
      if (safety.isGiven(unit)) {
        throw new Refusal("unit", "remedies.refusal.unit-taken");
      }
    }
  }

  /**
   * @throws Refusal when it bridges, and nobody would answer for it by name
   */
  static void refuseProgram(Remedy remedy, Viewer by) {
    if (remedy.interim() && !by.isPerson()) {
      throw new Refusal("remedy_id", "remedies.refusal.interim-by-program");
    }
  }

  /**
   * @throws Refusal unless it is within
   */
  static Within within(Ruling ruling) {
    return switch (ruling) {
      case Within within -> within;
      case Above above ->
          throw new Refusal("amount", "remedies.refusal.above", Amounts.plain(above.left()));
      case Never never -> throw new Refusal(field(never), never.words(), never.args());
    };
  }

  private static String field(Never never) {
    return switch (never.why()) {
      case NEGATIVE, MORE_THAN_PAID, PAID_OTHERWISE, CURRENCY, NOBODY -> "amount";
      case TOO_SOON -> "promised";
      case BLOCKED -> "unit";
      case NOT_HERE -> "remedy";
      case OWN_CASE, CLOSED -> "";
    };
  }

  private Decided decided(
      Matter matter, Wanted wanted, Prepared what, Under under, Way way, Actor by) {
    Instant promised =
        later(
            what.promisedAt(), Objects.requireNonNullElse(wanted.promisedAt(), what.promisedAt()));
    return new Decided(
        matter,
        what.remedy(),
        what.pieces(),
        wanted,
        promised,
        parts.standing().segment(matter.customerId()),
        under,
        way,
        by);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
