package amends.cases.web;

import amends.promises.Disruption;
import amends.promises.Disruptions;
import amends.promises.Risks;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Scope;
import amends.staff.Staff;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Places and days that fail: what was promised there is put in danger, and its customers told. */
@Controller
final class DisruptionPages {
  private final Disruptions disruptions;
  private final Staff staff;
  private final Permits permits;
  private final Acting acting;
  private final Endangered endangered;

  /** What each puts in danger, and moments to choose from. */
  @Component
  record Endangered(Risks risks, Offers offers) {
    int of(Disruption failing) {
      return risks.endangered(Risks.Kind.DISRUPTION, failing.id(), 1_000).size();
    }
  }

  DisruptionPages(
      Disruptions disruptions, Staff staff, Permits permits, Acting acting, Endangered endangered) {
    this.disruptions = disruptions;
    this.staff = staff;
    this.permits = permits;
    this.acting = acting;
    this.endangered = endangered;
  }

  @GetMapping("/disruptions")
  ModelAndView show(Ask ask) {
    return page(ask, Form.blank());
  }

  @PostMapping("/disruptions")
  ModelAndView record(Ask ask, RedirectAttributes next) {
    Long team = Typed.number(ask, "team");
    Long brand = Typed.number(ask, "brand");
    boolean anywhere = team == null && brand == null;
    if (anywhere) {
      permits.requireSomewhere(ask.viewer(), Permission.PLAN_DUTY);
    } else {
      require(ask, team, brand);
    }
    return acting.act(
        ask,
        next,
        () -> {
          if (anywhere && !permits.may(ask.viewer(), Permission.PLAN_DUTY)) {
            throw new Refusal("team", "cases.disruption.refuse.anywhere");
          }
          disruptions.record(
              new Disruption.Where(team, brand, ask.field("place")),
              Typed.required(ask, "from"),
              Typed.required(ask, "until"),
              ask.field("reason"),
              ask.viewer());
          return "cases.disruption.done";
        },
        Acting.way("/disruptions", form -> page(ask, form)));
  }

  @PostMapping("/disruptions/{id}/end")
  ModelAndView end(Ask ask, RedirectAttributes next) {
    Disruption.Where where = disruptions.get(ask.id()).where();
    require(ask, where.team(), where.brand());
    return acting.act(
        ask,
        next,
        () -> {
          disruptions.end(ask.id(), ask.viewer());
          return "cases.disruption.ended";
        },
        Acting.way("/disruptions", form -> page(ask, form)));
  }

  /** Whoever plans the team's duty says when it fails; of no team, whoever plans for all. */
  private void require(Ask ask, @Nullable Long team, @Nullable Long brand) {
    Subject what = Subject.of("team", team == null ? 0 : team);
    if (team == null && brand == null) {
      permits.require(ask.viewer(), Permission.PLAN_DUTY);
    } else {
      permits.require(ask.viewer(), Permission.PLAN_DUTY, Scope.of(null, team, brand), what);
    }
  }

  private ModelAndView page(Ask ask, Form form) {
    Voice t = ask.page().t();
    boolean may =
        permits.mayInABrand(ask.viewer(), Permission.PLAN_DUTY)
            || staff.teams().stream()
                .anyMatch(team ->
                    permits.may(
                        ask.viewer(),
                        Permission.PLAN_DUTY,
                        Scope.ofTeam(team.id(), team.brandId())));
    return new ModelAndView(
        "cases/disruptions",
        "v",
        new DisruptionsView(
            ask.page(),
            acting.withToken(form),
            disruptions.standing().stream().map(d -> row(ask, d)).toList(),
            choices(
                t,
                staff.teams().stream()
                    .map(x -> Choice.of(String.valueOf(x.id()), x.name()))
                    .toList()),
            choices(
                t,
                staff.brands().stream()
                    .map(x -> Choice.of(String.valueOf(x.id()), x.name()))
                    .toList()),
            endangered.offers().moments(t, ask.page().now()),
            may));
  }

  private static List<Choice> choices(Voice t, List<Choice> named) {
    List<Choice> all = new ArrayList<>();
    all.add(Choice.of("", t.say("cases.disruption.any")));
    all.addAll(named);
    return all;
  }

  private DisruptionsView.Row row(Ask ask, Disruption d) {
    Voice t = ask.page().t();
    int promises = endangered.of(d);
    Disruption.Where where = d.where();
    String place =
        Stream.of(
                where.team() == null ? null : staff.team(where.team()).name(),
                where.brand() == null ? null : staff.brand(where.brand()).name(),
                where.place().isEmpty() ? null : where.place())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return new DisruptionsView.Row(
        d.id(),
        d.reason(),
        t.say(
            "cases.disruption.span",
            place,
            t.at(d.from(), ask.page().now()),
            t.at(d.until(), ask.page().now())),
        promises,
        promises == 0 ? null : "/promises/dangers/disruption/" + d.id(),
        permits.may(
            ask.viewer(), Permission.PLAN_DUTY, Scope.of(null, where.team(), where.brand())));
  }
}
