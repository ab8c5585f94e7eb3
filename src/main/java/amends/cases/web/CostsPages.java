package amends.cases.web;

import amends.remedies.Causes;
import amends.remedies.Costs;
import amends.remedies.Costs.ByCause;
import amends.shared.Money;
import amends.shared.Texts.Voice;
import amends.staff.Permission;
import amends.staff.Permits;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What making it right has cost, by cause: where mending would pay. */
@Controller
final class CostsPages {
  private static final Duration YEAR = Duration.ofDays(365);

  private final Costs costs;
  private final Causes causes;
  private final Permits permits;

  CostsPages(Costs costs, Causes causes, Permits permits) {
    this.costs = costs;
    this.causes = causes;
    this.permits = permits;
  }

  @GetMapping("/remedies/costs")
  ModelAndView show(Ask ask) {
    permits.requireSomewhere(ask.viewer(), Permission.BACK_REMEDY);
    Voice t = ask.page().t();
    Instant now = ask.page().now();
    Map<String, String> names =
        causes.all().stream().collect(Collectors.toMap(Causes.Cause::code, Causes.Cause::name));
    Map<String, List<ByCause>> byCurrency =
        costs.byCause(now.minus(YEAR), now.plusSeconds(1)).stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.amount().currency(), TreeMap::new, Collectors.toList()));
    List<CostsView.Table> tables =
        byCurrency.entrySet().stream()
            .map(entry -> table(t, names, entry.getKey(), entry.getValue()))
            .toList();
    return new ModelAndView(
        "cases/costs", "v", new CostsView(ask.page(), t.say("cases.fairness.span"), tables));
  }

  private static CostsView.Table table(
      Voice t, Map<String, String> names, String currency, List<ByCause> all) {
    long total = all.stream().mapToLong(one -> one.amount().minor()).sum();
    long most = Math.max(1, all.stream().mapToLong(one -> one.amount().minor()).max().orElse(1));
    List<CostsView.Row> rows =
        all.stream()
            .sorted(Comparator.comparing((ByCause one) -> one.amount().minor()).reversed())
            .map(one ->
                new CostsView.Row(
                    one.cause() == null
                        ? t.say("cases.costs.unknown")
                        : names.getOrDefault(one.cause(), one.cause()),
                    t.say("shared.number", one.count()),
                    RemedyWords.money(t, one.amount()),
                    (int) Math.round(100.0 * one.amount().minor() / most)))
            .toList();
    String sum = RemedyWords.money(t, new Money(total, currency));
    return new CostsView.Table(
        currency,
        t.say("cases.costs.verdict", sum),
        rows,
        t.say("shared.number", all.stream().mapToLong(ByCause::count).sum()),
        sum);
  }
}
