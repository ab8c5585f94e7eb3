package amends.cases.web;

import amends.remedies.Causes;
import amends.remedies.Fairness;
import amends.remedies.Fairness.Group;
import amends.shared.Money;
import amends.shared.Texts.Voice;
import amends.staff.Permission;
import amends.staff.Permits;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Whether like cases got like remedies. About cases; nobody who gives is named or ranked. */
@Controller
final class FairnessPages {
  private static final Duration YEAR = Duration.ofDays(365);

  /** Fewer say nothing about anybody. */
  private static final int ENOUGH = 30;

  private final Fairness fairness;
  private final Causes causes;
  private final Permits permits;

  FairnessPages(Fairness fairness, Causes causes, Permits permits) {
    this.fairness = fairness;
    this.causes = causes;
    this.permits = permits;
  }

  @GetMapping("/remedies/fairness")
  ModelAndView show(Ask ask) {
    permits.requireSomewhere(ask.viewer(), Permission.BACK_REMEDY);
    Voice t = ask.page().t();
    Instant now = ask.page().now();
    Map<String, String> names =
        causes.all().stream().collect(Collectors.toMap(Causes.Cause::code, Causes.Cause::name));
    List<Group> groups = fairness.groups(now.minus(YEAR), now.plusSeconds(1));
    long flagged = groups.stream().filter(Group::flagged).count();
    List<FairnessView.Row> rows =
        groups.stream()
            .sorted(
                Comparator.comparing(Group::flagged)
                    .reversed()
                    .thenComparing(Group::cause)
                    .thenComparing(Group::severity)
                    .thenComparing(Group::segment))
            .map(group -> row(t, names, group))
            .toList();
    return new ModelAndView(
        "cases/fairness",
        "v",
        new FairnessView(
            ask.page(),
            t.say("cases.fairness.span"),
            groups.stream().anyMatch(group -> group.count() >= ENOUGH)
                ? t.say("cases.fairness.flagged", flagged)
                : t.say("cases.fairness.flagged.few"),
            rows));
  }

  private static FairnessView.Row row(Voice t, Map<String, String> names, Group group) {
    String ratio = String.format(t.locale(), "%.2f", group.ratio());
    String segment = "cases.fairness.segment." + group.segment();
    return new FairnessView.Row(
        t.say(
            "cases.fairness.severity",
            names.getOrDefault(group.cause(), group.cause()),
            t.say("cases.remedy.severity." + group.severity().code()).toLowerCase(t.locale())),
        t.knows(segment) ? t.say(segment) : group.segment(),
        t.say("shared.number", group.count()),
        money(t, group.median(), group),
        t.say(
            "cases.fairness.from-to",
            money(t, group.lower(), group),
            money(t, group.upper(), group)),
        group.count() >= ENOUGH ? ratio : "",
        group.count() >= ENOUGH ? range(t, group, ratio) : null,
        group.flagged());
  }

  private static String money(Voice t, long minor, Group group) {
    return RemedyWords.money(t, new Money(minor, group.currency()));
  }

  /** On a scale from half to twice what all like cases received, in steps of the same factor. */
  private static FairnessView.@Nullable Range range(Voice t, Group group, String ratio) {
    if (group.median() <= 0 || group.ratio() <= 0) {
      return null;
    }
    double all = group.median() / group.ratio();
    return new FairnessView.Range(
        place(group.lower() / all),
        place(group.upper() / all),
        place(group.ratio()),
        t.say("cases.fairness.range", ratio));
  }

  private static double place(double ratio) {
    double step = Math.log(Math.max(ratio, 0.001)) / Math.log(2);
    return Math.max(0, Math.min(100, 50 + 50 * step));
  }
}
