package amends.cases.web;

import amends.cases.BrokenGuarantees;
import amends.cases.GuaranteeLimits;
import amends.cases.Proposal;
import amends.promises.Guarantee;
import amends.promises.Guarantees;
import amends.remedies.Amounts;
import amends.remedies.Catalogue;
import amends.remedies.Remedy;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.staff.Brand;
import amends.staff.Staff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The catalogue of what is promised to everybody, in words, and what was typed to publish one. */
@Component
final class GuaranteeSheets {
  private static final Duration SPAN = Duration.ofDays(28);

  private final Guarantees guarantees;
  private final BrokenGuarantees broken;
  private final Staff staff;
  private final Catalogue catalogue;
  private final GuaranteeOnly only;

  GuaranteeSheets(
      Guarantees guarantees,
      BrokenGuarantees broken,
      Staff staff,
      Catalogue catalogue,
      GuaranteeOnly only) {
    this.only = only;
    this.guarantees = guarantees;
    this.broken = broken;
    this.staff = staff;
    this.catalogue = catalogue;
  }

  GuaranteesView of(Ask ask, Form form, boolean keeps) {
    Voice t = ask.page().t();
    Map<Long, Integer> lately = broken.counts(ask.page().now().minus(SPAN));
    Map<Long, Integer> open = broken.open();
    List<Choice> brands = new ArrayList<>();
    brands.add(Choice.of("", t.say("cases.guarantee.every")));
    staff.brands().forEach(b -> brands.add(Choice.of(String.valueOf(b.id()), b.name())));
    return new GuaranteesView(
        ask.page(),
        form,
        guarantees.standing().stream()
            .map(g -> row(t, g, lately.getOrDefault(g.id(), 0), open.getOrDefault(g.id(), 0)))
            .toList(),
        brands,
        covers(t),
        GuaranteeOnly.channels(t),
        remedies(t, ask),
        steps(t),
        keeps);
  }

  private GuaranteesView.Row row(Voice t, Guarantee one, int times, int open) {
    String brand =
        staff.brands().stream()
            .filter(b -> Long.valueOf(b.id()).equals(one.brand()))
            .map(Brand::name)
            .findFirst()
            .orElseGet(() -> t.say("cases.guarantee.every"));
    String covers =
        Arrays.stream(Guarantee.Cover.values())
            .filter(one.covers()::contains)
            .map(c -> t.say("cases.guarantee.cover." + c.code()))
            .collect(Collectors.joining("; "));
    return new GuaranteesView.Row(
        one.id(),
        one.title(),
        one.words(),
        one.scope(),
        GuaranteeLimits.said(t, one),
        one.ifNot(),
        covers.isEmpty() ? t.say("cases.guarantee.covers.none") : covers,
        t.say("cases.guarantee.since", brand, t.date(one.madeAt()), times),
        t.say("cases.guarantee.open", open));
  }

  private static List<Choice> covers(Voice t) {
    return Arrays.stream(Guarantee.Cover.values())
        .map(c -> Choice.of("cover_" + c.code(), t.say("cases.guarantee.cover." + c.code())))
        .toList();
  }

  private List<Choice> remedies(Voice t, Ask ask) {
    Map<String, Choice> all = new LinkedHashMap<>();
    all.put("", Choice.of("", t.say("cases.guarantee.remedy.none")));
    catalogue.all().stream()
        .filter(remedy -> remedy.inForce(ask.page().now().atZone(t.zone()).toLocalDate()))
        .forEach(r -> all.putIfAbsent(r.code(), Choice.of(r.code(), name(t, r))));
    return List.copyOf(all.values());
  }

  private static String name(Voice t, Remedy remedy) {
    return remedy.in(t.locale()).name();
  }

  private static List<Choice> steps(Voice t) {
    return Arrays.stream(Proposal.Step.values())
        .map(s -> Choice.of(s.code(), t.say("cases.guarantee.step." + s.code())))
        .toList();
  }

  /**
   * @throws Refusal of the field that limits it to what there is not
   */
  Guarantees.Wanted wanted(Ask ask) {
    Set<Guarantee.Cover> covers =
        Arrays.stream(Guarantee.Cover.values())
            .filter(c -> !ask.field("cover_" + c.code()).isBlank())
            .collect(Collectors.toSet());
    return new Guarantees.Wanted(
        Typed.number(ask, "brand"),
        ask.field("title"),
        ask.field("words"),
        ask.field("scope"),
        ask.field("if_not"),
        covers,
        only.read(ask));
  }

  /**
   * @throws Refusal of the amount, where it cannot be given of this remedy
   */
  Proposal proposal(Ask ask) {
    String code = ask.field("remedy");
    Proposal.Step step =
        Arrays.stream(Proposal.Step.values())
            .filter(s -> s.code().equals(ask.field("step")))
            .findFirst()
            .orElse(Proposal.Step.NONE);
    if (catalogue.all().stream().noneMatch(r -> r.code().equals(code))) {
      if (!code.isBlank() || !ask.field("amount").isBlank()) {
        throw new Refusal("remedy", "cases.guarantee.refuse.remedy");
      }
      return new Proposal(null, null, step);
    }
    return new Proposal(code, amount(ask, code), step);
  }

  private @Nullable Money amount(Ask ask, String code) {
    boolean money =
        catalogue.all().stream().anyMatch(r -> r.code().equals(code) && r.kind().isMoney());
    String typed = ask.field("amount");
    if (typed.isBlank()) {
      return null;
    }
    if (!money) {
      throw new Refusal("amount", "cases.guarantee.refuse.priced");
    }
    Money amount = Amounts.read(typed, ask.field("currency"), "amount");
    if (amount.minor() == 0) {
      throw new Refusal("amount", "cases.guarantee.refuse.nothing");
    }
    return amount;
  }
}
