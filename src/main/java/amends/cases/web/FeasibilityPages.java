package amends.cases.web;

import amends.promises.Feasibility;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Clock;
import amends.shared.page.Form;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Staff;
import amends.staff.Team;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Whether a rhythm can be kept by those who are at work, before it is promised to anybody. */
@Controller
final class FeasibilityPages {
  private static final Map<String, String> OFFERED =
      Map.of("customers", "20", "every", "60", "contact", "6", "text", "15", "lasts", "8");

  private final Rhythms rhythms;
  private final Staff staff;
  private final Permits permits;

  FeasibilityPages(Rhythms rhythms, Staff staff, Permits permits) {
    this.rhythms = rhythms;
    this.staff = staff;
    this.permits = permits;
  }

  @GetMapping("/feasibility")
  ModelAndView show(Ask ask) {
    permits.require(ask.viewer(), Permission.OPEN_CASE);
    Map<String, String> fields = new HashMap<>(OFFERED);
    List<Team> teams = staff.teams();
    teams.stream()
        .filter(team -> ask.viewer().teams().contains(team.id()))
        .findFirst()
        .or(() -> teams.stream().findFirst())
        .ifPresent(team -> fields.put("team", String.valueOf(team.id())));
    fields.putAll(ask.typed());
    Form form = Form.of(fields);
    if (ask.typed().isEmpty()) {
      return page(ask, form, null);
    }
    try {
      return page(ask, form, rhythms.ask(read(form), ask.page().now()));
    } catch (Refusal refusal) {
      Voice t = ask.page().t();
      ModelAndView again =
          page(ask, form.refused(refusal.field(), t.say(refusal.key(), refusal.args())), null);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
  }

  private static Rhythms.Question read(Form form) {
    String team = form.value("team");
    if (!team.matches("\\d{1,18}")) {
      throw new Refusal("team", "cases.feasible.refuse.team");
    }
    return new Rhythms.Question(
        Long.parseLong(team),
        number(form, "customers", 10_000_000),
        number(form, "every", 20_160),
        number(form, "contact", 480),
        number(form, "text", 480),
        number(form, "lasts", 336),
        form.ticked("assigned"),
        form.ticked("working"));
  }

  private static int number(Form form, String field, int most) {
    String typed = form.value(field).strip().replace(",", "");
    if (!typed.matches("[1-9]\\d{0,7}") || Integer.parseInt(typed) > most) {
      throw new Refusal(field, "cases.feasible.refuse.number", most);
    }
    return Integer.parseInt(typed);
  }

  private ModelAndView page(Ask ask, Form form, Rhythms.@Nullable Answer answer) {
    Voice t = ask.page().t();
    List<Choice> teams =
        staff.teams().stream()
            .map(team -> Choice.of(String.valueOf(team.id()), team.name()))
            .toList();
    FeasibilityView.Verdict verdict = answer == null ? null : verdict(answer, t);
    return new ModelAndView(
        "cases/feasibility", "v", new FeasibilityView(ask.page(), form, teams, verdict));
  }

  private static FeasibilityView.Verdict verdict(Rhythms.Answer answer, Voice t) {
    Feasibility asked = answer.asked();
    String said =
        asked.keeps()
            ? t.say("cases.feasible.keeps", span(t, asked.every()), asked.capacity())
            : t.say(
                "cases.feasible.fails",
                asked.capacity(),
                asked.customers(),
                t.moment(answer.tightest()));
    return new FeasibilityView.Verdict(
        asked.keeps(),
        said,
        t.counted("cases.feasible.people", answer.people()),
        answer.instead().stream().map(way -> way(way, asked, t)).toList());
  }

  private static String way(Feasibility.Way way, Feasibility asked, Voice t) {
    return switch (way) {
      case Feasibility.Way.Longer longer ->
          t.say("cases.feasible.longer", asked.customers(), span(t, longer.every()));
      case Feasibility.Way.Fewer fewer ->
          t.say("cases.feasible.fewer", fewer.customers(), span(t, asked.every()));
      case Feasibility.Way.OneToMany all ->
          t.say("cases.feasible.one-to-many", span(t, all.every()), all.minutes());
      case Feasibility.Way.MorePeople more -> t.counted("cases.feasible.more", more.people());
    };
  }

  private static String span(Voice t, int minutes) {
    return Clock.span(t, Duration.ofMinutes(minutes));
  }
}
