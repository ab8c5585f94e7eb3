package amends.cases.web;

import amends.remedies.Amounts;
import amends.remedies.Limit;
import amends.remedies.Ruling;
import amends.remedies.Safe;
import amends.shared.Money;
import amends.shared.Texts.Voice;
import amends.staff.Person;
import amends.staff.Staff;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what was decided about a remedy, and what speaks against it. */
@Component
final class RemedyWords {
  private final Staff staff;

  RemedyWords(Staff staff) {
    this.staff = staff;
  }

  static String money(Voice t, Money money) {
    return Amounts.words(money, t.locale());
  }

  String ruling(Voice t, Instant now, Ruling ruling) {
    return switch (ruling) {
      case Ruling.Within within -> within(t, within);
      case Ruling.Above above -> above(t, now, above);
      case Ruling.Never never -> t.say(never.words(), never.args());
    };
  }

  private static String within(Voice t, Ruling.Within within) {
    String used = money(t, within.used());
    return switch (within.by()) {
      case GRANT -> t.say("cases.remedy.ruling.grant", money(t, within.limit().most()));
      case MATTER -> t.say("cases.remedy.ruling.matter", money(t, bound(within)), used);
      case DAY -> t.say("cases.remedy.ruling.used", money(t, bound(within)), used);
      case PERIOD ->
          t.say(
              "cases.remedy.ruling.period." + within.limit().period().code(),
              money(t, bound(within)),
              used);
    };
  }

  private String above(Voice t, Instant now, Ruling.Above above) {
    String who = person(t, above.approver());
    String by = t.at(above.dueAt(), now);
    return above.left().minor() > 0
        ? t.say("cases.remedy.ruling.asks.left", who, by, money(t, above.left()))
        : t.say("cases.remedy.ruling.asks", who, by);
  }

  /** The most that the tightest bound allows. */
  static Money bound(Ruling.Within within) {
    Limit limit = within.limit();
    Long most =
        switch (within.by()) {
          case GRANT -> Long.valueOf(limit.perGrant());
          case MATTER -> limit.perMatter();
          case DAY -> limit.perDay();
          case PERIOD -> limit.perPeriod();
        };
    return new Money(most == null ? limit.perGrant() : most, limit.currency());
  }

  /** How much of the bound is used; null where only one grant is bounded. */
  RightSide.@Nullable Meter meter(Voice t, Ruling ruling) {
    if (!(ruling instanceof Ruling.Within within) || within.by() == Ruling.Bound.GRANT) {
      return null;
    }
    Money most = bound(within);
    return new RightSide.Meter(
        Math.min(within.used().minor(), most.minor()),
        Math.max(1, most.minor()),
        t.say("cases.remedy.ruling.meter", money(t, within.used()), money(t, most)));
  }

  /** What speaks against sending it, one sentence each; empty where nothing does. */
  static List<String> hazards(Voice t, Safe safe) {
    return switch (safe) {
      case Safe.Clear clear -> List.of();
      case Safe.Warned warned ->
          warned.hazards().stream().map(h -> t.say("remedies.hazard." + h.code())).toList();
      case Safe.Blocked blocked ->
          blocked.hazards().stream().map(h -> t.say("remedies.hazard." + h.code())).toList();
    };
  }

  /** The reasons for which it must not leave, in one sentence. */
  static String blocked(Voice t, Safe.Blocked blocked) {
    return hazards(t, blocked).stream().distinct().collect(Collectors.joining(" "));
  }

  String person(Voice t, long id) {
    return id < 0
        ? staff.tokenNames(Set.of(id)).getOrDefault(id, t.say("cases.somebody"))
        : staff.find(id).map(Person::name).orElse(t.say("cases.somebody"));
  }
}
