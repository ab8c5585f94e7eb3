package amends.cases.web;

import amends.cases.Case;
import amends.goods.Goods;
import amends.goods.Unit;
import amends.remedies.Amounts;
import amends.remedies.Remedy;
import amends.remedies.Severity;
import amends.remedies.Wanted;
import amends.shared.Money;
import amends.shared.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What somebody typed to give, as a decision can be asked about it. Whatever the page showed is
 * looked at anew: the amount of a fixed price, the currency, the piece.
 */
@Component
final class WantedForm {
  private final Goods goods;
  private final RemedyOffered offered;

  WantedForm(Goods goods, RemedyOffered offered) {
    this.goods = goods;
    this.offered = offered;
  }

  /**
   * @param currency in which it is given here
   * @throws Refusal of the field that is wrong
   */
  Wanted read(Ask ask, Case matter, Remedy remedy, String currency) {
    String why = ask.field("why").strip();
    Wanted wanted =
        Wanted.of(
            remedy.id(), amount(ask, remedy, currency), why.isEmpty() ? matter.subject() : why);
    String cause = ask.field("cause");
    String severity = ask.field("severity");
    wanted =
        wanted.because(
            cause.isBlank() ? null : cause,
            severity.isBlank() ? Severity.MEDIUM : Severity.of(severity));
    if (remedy.picks()) {
      wanted = wanted.unit(piece(ask, matter, remedy), matter.unitId());
    }
    return remedy.interim() ? bridged(ask, wanted) : wanted;
  }

  private static Wanted bridged(Ask ask, Wanted wanted) {
    String why = ask.field("interim_reason").strip();
    if (why.isEmpty()) {
      throw new Refusal("interim_reason", "cases.remedy.refusal.interim");
    }
    Instant until = Typed.moment(ask, "until");
    if (until == null) {
      throw new Refusal("until", "cases.remedy.refusal.until");
    }
    return wanted.until(why, until);
  }

  /** Null takes the catalogue's price. */
  private @Nullable Money amount(Ask ask, Remedy remedy, String currency) {
    String typed = ask.field("amount");
    String in = ask.field("currency").isBlank() ? currency : ask.field("currency").strip();
    Money fixed = remedy.cost();
    if (!remedy.named()) {
      if (!typed.isBlank() && (fixed == null || !Amounts.read(typed, in, "amount").equals(fixed))) {
        throw new Refusal("", "cases.remedy.refusal.fixed");
      }
      return null;
    }
    if (!in.equals(currency)) {
      throw new Refusal("currency", "cases.remedy.refusal.currency", currency, in);
    }
    if (typed.isBlank()) {
      throw new Refusal("amount", "cases.remedy.refusal.amount");
    }
    return Amounts.read(typed, currency, "amount");
  }

  /** The number in somebody's hands counts before what was picked from the list. */
  private long piece(Ask ask, Case matter, Remedy remedy) {
    String serial = ask.field("serial").strip();
    if (serial.isEmpty()) {
      Long picked = Typed.number(ask, "pick");
      if (picked == null) {
        throw new Refusal("serial", "cases.remedy.refusal.serial");
      }
      return goods.unit(picked).id();
    }
    List<Unit> found = goods.units(serial);
    List<Unit> same = found.stream().filter(unit -> offered.fits(matter, remedy, unit)).toList();
    if (same.isEmpty()) {
      throw new Refusal(
          "serial",
          found.isEmpty()
              ? "cases.remedy.refusal.serial.unknown"
              : "cases.remedy.refusal.serial.other",
          serial);
    }
    return same.getFirst().id();
  }
}
