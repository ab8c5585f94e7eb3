package amends.cases.web;

import amends.cases.Case;
import amends.customers.Customers;
import amends.goods.Unit;
import amends.remedies.Causes;
import amends.remedies.Matter;
import amends.remedies.Remedy;
import amends.remedies.Ruling;
import amends.remedies.Safe;
import amends.remedies.Severity;
import amends.remedies.Wanted;
import amends.shared.Money;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The page on which one remedy is given: what was decided stands above what is typed. */
@Component
final class RemedySheets {
  private final RemedyLook look;
  private final Causes causes;
  private final RemedyOffered offered;
  private final RemedyNotes notes;
  private final Customers customers;

  RemedySheets(
      RemedyLook look,
      Causes causes,
      RemedyOffered offered,
      RemedyNotes notes,
      Customers customers) {
    this.look = look;
    this.causes = causes;
    this.offered = offered;
    this.notes = notes;
    this.customers = customers;
  }

  /** What is about to be given, where, and what else could be. */
  record Giving(Case matter, Matter about, String currency, Remedy remedy, List<Remedy> others) {}

  RemedyView of(Ask ask, Giving giving, Form form, @Nullable Wanted typed) {
    Case matter = giving.matter();
    Wanted wanted =
        typed == null
            ? offered.wanted(matter, giving.remedy(), giving.currency(), ask.page().now())
            : typed;
    RemedyLook.Seen seen = look.at(matter, wanted, ask.viewer());
    Voice t = ask.page().t();
    String customer = customers.customer(matter.customerId()).name();
    return new RemedyView(
        ask.page(),
        matter.id(),
        String.valueOf(matter.id()),
        matter.subject(),
        customer,
        ready(giving, form, seen),
        giving.remedy().in(t.locale()).name(),
        notes.ruling(ask, seen),
        notes.of(ask, giving, wanted, seen.safe()),
        fields(ask, giving, seen.safe()),
        notes.asking(ask, customer, seen.ruling()),
        seen.ruling() instanceof Ruling.Never never ? t.say(never.words(), never.args()) : null,
        !(seen.ruling() instanceof Ruling.Never never) || isMendable(giving, never),
        causes(t),
        severities(t),
        others(t, giving));
  }

  /** By another piece where one is stopped, by another amount where that is the reason. */
  private static boolean isMendable(Giving giving, Ruling.Never never) {
    return switch (never.why()) {
      case BLOCKED -> giving.remedy().picks();
      case NEGATIVE, MORE_THAN_PAID, PAID_OTHERWISE, NOBODY -> giving.remedy().named();
      case OWN_CASE, CLOSED, CURRENCY, NOT_HERE, TOO_SOON -> false;
    };
  }

  private Form ready(Giving giving, Form form, RemedyLook.Seen seen) {
    Map<String, String> values = new HashMap<>();
    Remedy remedy = giving.remedy();
    Money amount = offered.amount(giving.matter(), remedy, giving.currency());
    if (amount != null && remedy.named()) {
      values.put("amount", RemedyNotes.plain(amount));
    }
    if (seen.ruling() instanceof Ruling.Never never
        && never.left() != null
        && never.left().minor() > 0
        && remedy.named()) {
      values.put("amount", RemedyNotes.plain(never.left()));
    }
    values.put("severity", Severity.MEDIUM.code());
    String cause = offered.cause(giving.matter());
    values.put("cause", cause == null ? "" : cause);
    if (remedy.picks()) {
      offered.pieces(giving.matter(), remedy).stream()
          .findFirst()
          .ifPresent(unit -> values.put("pick", String.valueOf(unit.id())));
    }
    values.putAll(form.values());
    values.put("remedy", String.valueOf(remedy.id()));
    values.put("seen", seen.above() ? "above" : "within");
    return new Form(values, form.errors());
  }

  private RemedyView.Fields fields(Ask ask, Giving giving, Safe safe) {
    Voice t = ask.page().t();
    Remedy remedy = giving.remedy();
    boolean amount = remedy.named();
    return new RemedyView.Fields(
        amount ? giving.currency() : null,
        remedy.named(),
        remedy.picks(),
        remedy.picks() ? pieces(t, giving, safe) : List.of(),
        safe instanceof Safe.Blocked blocked ? List.of(RemedyWords.blocked(t, blocked)) : List.of(),
        remedy.interim());
  }

  /** Where one is stopped, those from other lots come first. */
  private List<Choice> pieces(Voice t, Giving giving, Safe safe) {
    List<Unit> instead = safe instanceof Safe.Blocked blocked ? blocked.instead() : List.of();
    List<Unit> all = new ArrayList<>(instead);
    offered.pieces(giving.matter(), giving.remedy()).stream()
        .filter(unit -> all.stream().noneMatch(one -> one.id() == unit.id()))
        .forEach(all::add);
    return all.stream().limit(4).map(unit -> piece(t, unit)).toList();
  }

  private static Choice piece(Voice t, Unit unit) {
    return new Choice(
        String.valueOf(unit.id()),
        t.say("cases.remedy.unit.named", unit.product().name(), unit.serial()),
        unit.lot() == null
            ? t.say("cases.remedy.unit.nolot")
            : t.say("cases.remedy.unit.lot", unit.lot()));
  }

  private List<Choice> causes(Voice t) {
    return Stream.concat(
            Stream.of(Choice.of("", t.say("cases.remedy.cause.none"))),
            causes.all().stream()
                .filter(Causes.Cause::active)
                .map(cause -> Choice.of(cause.code(), cause.name())))
        .toList();
  }

  private static List<Choice> severities(Voice t) {
    return Arrays.stream(Severity.values())
        .map(one -> Choice.of(one.code(), t.say("cases.remedy.severity." + one.code())))
        .toList();
  }

  private static List<Choice> others(Voice t, Giving giving) {
    return giving.others().stream()
        .filter(other -> other.id() != giving.remedy().id())
        .map(other ->
            new Choice(
                String.valueOf(other.id()),
                other.in(t.locale()).name(),
                other.in(t.locale()).means()))
        .toList();
  }
}
