package amends.remedies;

import amends.remedies.Approvers.Leave;
import amends.remedies.Counting.Room;
import amends.remedies.Counting.Rooms;
import amends.remedies.Earliest.Answer;
import amends.remedies.Ruling.Above;
import amends.remedies.Ruling.Never;
import amends.remedies.Ruling.Why;
import amends.remedies.Ruling.Within;
import amends.shared.Money;
import amends.staff.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides on what somebody wants to give. It reads like the policy that it is. */
@Component
final class Rulings {
  static final int USUAL_ANSWER_MINUTES = 240;

  private final Counting counting;
  private final Approvers approvers;
  private final Facts facts;
  private final InstantSource clock;

  Rulings(Counting counting, Approvers approvers, Facts facts, InstantSource clock) {
    this.counting = counting;
    this.approvers = approvers;
    this.facts = facts;
    this.clock = clock;
  }

  /** What else a ruling asks. */
  @Component
  record Facts(Authority authority, Earliest earliest, Refundable refundable) {}

  /**
   * A question.
   *
   * @param matter as it stands
   * @param wished what is known of what somebody wants
   * @param pieces what it consists of
   * @param blocked whether something speaks against sending it
   */
  record Question(
      Matter matter,
      Wished wished,
      List<Piece> pieces,
      @Nullable Instant promisedAt,
      boolean blocked,
      Viewer by) {
    Money total() {
      return Worth.total(pieces);
    }

    Footing footing() {
      return wished.footing();
    }

    Set<Remedy.Kind> kinds() {
      return Worth.kinds(wished.remedy(), pieces.stream().map(Piece::remedy));
    }
  }

  Ruling rule(Question question) {
    Instant now = clock.instant();
    Optional<Why> never = never(question, now);
    if (never.isPresent()) {
      return never(never.get(), null);
    }
    Rooms own = counting.rooms(question.by(), question.matter(), question.footing(), now);
    String currency = question.total().currency();
    if (!own.anyIn(currency) && !facts.authority().anyIn(currency)) {
      return never(Why.CURRENCY, null);
    }
    return facts
        .refundable()
        .foreign(question.matter(), question.pieces())
        .map(left -> never(Why.PAID_OTHERWISE, left))
        .or(() ->
            facts
                .refundable()
                .exceeded(question.matter(), question.pieces())
                .map(left -> never(Why.MORE_THAN_PAID, left)))
        .<Ruling>map(ruling -> ruling)
        .orElseGet(() -> weigh(question, own, now));
  }

  private static Never never(Why why, @Nullable Money left) {
    return new Never(why, words(why), left);
  }

  /** Until the act ends nobody else gives back what is left of this order. */
  void hold(Matter matter) {
    facts.refundable().hold(matter);
  }

  private Optional<Why> never(Question q, Instant now) {
    if (q.matter().closed()) {
      return Optional.of(Why.CLOSED);
    }
    if (q.by().isPerson() && q.footing().isOwn(q.by().email())) {
      return Optional.of(Why.OWN_CASE);
    }
    if (!Catalogue.isHere(q.wished().remedy(), q.matter(), q.footing().today())) {
      return Optional.of(Why.NOT_HERE);
    }
    if (q.pieces().stream().anyMatch(Rulings::isNothing)) {
      return Optional.of(Why.NEGATIVE);
    }
    Instant promised = q.promisedAt();
    if (promised != null && promised.isBefore(facts.earliest().of(q.matter(), q.pieces(), now))) {
      return Optional.of(Why.TOO_SOON);
    }
    return q.blocked() ? Optional.of(Why.BLOCKED) : Optional.empty();
  }

  /** A note by hand may cost nothing; money may not be nothing. */
  private static boolean isNothing(Piece piece) {
    long minor = piece.amount().minor();
    return minor < 0 || minor == 0 && piece.remedy().kind().isMoney();
  }

  private Ruling weigh(Question q, Rooms own, Instant now) {
    Money total = q.total();
    Optional<Room> room = own.room(q.kinds(), total.currency());
    if (room.filter(enough -> enough.holds(total)).isPresent()) {
      return within(total, room.get());
    }
    return above(q, room.orElse(null), now);
  }

  private static Within within(Money total, Room room) {
    return new Within(
        total,
        room.limit(),
        new Money(room.left().used(), total.currency()),
        new Money(room.left().left(), total.currency()),
        room.left().by());
  }

  private Ruling above(Question q, @Nullable Room room, Instant now) {
    Money total = q.total();
    Leave leave = new Leave(q.kinds(), total, q.by().id());
    List<Long> who = approvers.of(q.matter(), q.footing(), leave, now);
    if (who.isEmpty()) {
      return never(Why.NOBODY, null);
    }
    int minutes = room == null ? USUAL_ANSWER_MINUTES : room.limit().answerMinutes();
    Long standIn = who.size() > 1 ? who.get(1) : null;
    Answer answer =
        facts.earliest().answer(q.matter(), minutes, standIn == null ? minutes : 2 * minutes, now);
    return new Above(
        total,
        room == null ? null : room.limit(),
        new Money(room == null ? 0 : room.left().left(), total.currency()),
        who.getFirst(),
        standIn,
        answer.dueAt(),
        answer.toldBy());
  }

  static String words(Why why) {
    return "remedies.never." + why.name().toLowerCase(Locale.ROOT);
  }
}
