package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.Field;
import amends.cases.FieldValue;
import amends.cases.Fields;
import amends.cases.Routing;
import amends.cases.RoutingDecision;
import amends.cases.RoutingFacts;
import amends.cases.RoutingRule;
import amends.cases.RoutingRules;
import amends.cases.Tags;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Staff;
import amends.staff.Team;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What would happen to a sample, and why; nothing happens to any case. */
@Controller
final class TrialPages {
  private static final String PAGE = "/routing/trial";

  private final Routing routing;
  private final RoutingRules rules;
  private final RoutingForms forms;
  private final Permits permits;
  private final Samples samples;

  TrialPages(
      Routing routing, RoutingRules rules, RoutingForms forms, Permits permits, Samples samples) {
    this.routing = routing;
    this.rules = rules;
    this.forms = forms;
    this.permits = permits;
    this.samples = samples;
  }

  @GetMapping(PAGE)
  ModelAndView show(Page page, Viewer viewer) {
    permits.require(viewer, Permission.ARRANGE_DESK);
    return shown(page, Form.blank(), List.of(), List.of(), List.of());
  }

  @PostMapping(PAGE)
  ModelAndView attempt(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    permits.require(viewer, Permission.ARRANGE_DESK);
    Ask ask = new Ask(page, viewer, 0, typed);
    try {
      Samples.Sample sample = samples.of(ask, forms);
      List<RoutingRule> all = rules.all();
      Optional<RoutingDecision> decision =
          routing.decide(all, sample.facts(), sample.team().id(), page.now());
      decision.ifPresent(d -> rules.tried(d.rule().id(), viewer));
      return shown(
          page,
          Form.of(typed),
          said(page.t(), decision, sample.team()),
          verdicts(page.t(), routing.asked(all, sample.facts()), decision),
          warned(page.t(), all));
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return shown(page, Typed.refused(ask, refusal), List.of(), List.of(), List.of());
    }
  }

  private List<String> said(Voice t, Optional<RoutingDecision> decision, Team otherwise) {
    if (decision.isEmpty()) {
      return List.of(t.say("cases.trial.nothing", otherwise.name()));
    }
    RoutingDecision d = decision.get();
    List<String> said = new ArrayList<>();
    said.add(t.say("cases.trial.decided", d.rule().name()));
    said.add(
        t.say(
            "cases.trial.goes." + d.why().name().toLowerCase(Locale.ROOT),
            samples.name(d),
            d.skill() == null ? "" : d.skill(),
            d.load() == null ? 0 : d.load().open(),
            d.load() == null ? 0 : d.load().dueSoon()));
    if (!d.rule().on()) {
      said.add(t.say("cases.trial.off"));
    }
    return said;
  }

  private static List<RoutingView.Verdict> verdicts(
      Voice t, List<Routing.Asked> asked, Optional<RoutingDecision> decision) {
    return asked.stream()
        .map(each -> {
          boolean decides = decision.filter(d -> d.rule().id() == each.rule().id()).isPresent();
          String words =
              each.missed()
                  .map(missed -> t.say("cases.trial.misses." + missed))
                  .orElseGet(() -> t.say(decides ? "cases.trial.catches" : "cases.trial.after"));
          return new RoutingView.Verdict(each.rule().name(), each.rule().on(), decides, words);
        })
        .toList();
  }

  /** Found by figures, since no logic tells which words every subject bears. */
  private List<String> warned(Voice t, List<RoutingRule> all) {
    Map<Long, Routing.Share> shares = routing.shares(all);
    List<String> warned = new ArrayList<>();
    for (RoutingRule rule : all) {
      Routing.Share share = shares.get(rule.id());
      if (share != null && share.everything()) {
        warned.add(t.say("cases.trial.everything", rule.name(), share.caught(), share.looked()));
      }
    }
    return warned;
  }

  private ModelAndView shown(
      Page page,
      Form form,
      List<String> said,
      List<RoutingView.Verdict> verdicts,
      List<String> warned) {
    return new ModelAndView(
        "cases/trial",
        "v",
        new RoutingView.Trial(page, form, forms.lists(page.t()), said, verdicts, warned));
  }

  /** What was typed as a case that could come in, or the facts of one that is there. */
  @Component
  static final class Samples {
    private final Cases cases;
    private final Routing routing;
    private final Fields fields;
    private final Staff staff;

    Samples(Cases cases, Routing routing, Fields fields, Staff staff) {
      this.cases = cases;
      this.routing = routing;
      this.fields = fields;
      this.staff = staff;
    }

    record Sample(RoutingFacts facts, Team team) {}

    String name(RoutingDecision decision) {
      Long person = decision.personId();
      return person == null ? staff.team(decision.teamId()).name() : staff.get(person).name();
    }

    Sample of(Ask ask, RoutingForms forms) {
      if (!ask.field("case").isBlank()) {
        return ofCase(ask);
      }
      RoutingView.Lists lists = forms.lists(ask.page().t());
      Long brand = RoutingForms.number(ask, "brand", lists.brands());
      long asked = brand == null ? staff.brands().getFirst().id() : brand;
      Long product = forms.product(ask.field("product"));
      String need = RoutingForms.chosen(ask, "need", lists.needs());
      RoutingFacts facts =
          new RoutingFacts(
              asked,
              RoutingForms.chosen(ask, "language", lists.languages()),
              RoutingForms.chosen(ask, "channel", lists.channels()),
              ask.field("subject"),
              product == null ? Set.of() : Set.of(product),
              field(RoutingForms.number(ask, "field", lists.fields()), ask.field("field_value")),
              need.isEmpty() ? Set.of() : Set.of(need.equals("any") ? "health" : need),
              ask.field("harm").equals("yes"),
              Set.copyOf(Tags.read(ask.field("tag"))));
      return new Sample(facts, team(asked));
    }

    private Sample ofCase(Ask ask) {
      Long id = Typed.number(ask, "case");
      if (id == null || !cases.maySee(id, ask.viewer())) {
        throw new Refusal("case", "cases.routing.refuse.case", ask.field("case").strip());
      }
      Case matter = cases.see(id, ask.viewer());
      return new Sample(routing.facts(matter, ask.page().now()), team(matter.brandId()));
    }

    private Map<Long, FieldValue> field(@Nullable Long id, String typed) {
      if (id == null || typed.isBlank()) {
        return Map.of();
      }
      Field field = fields.get(id);
      return Map.of(id, new FieldValue(field, field.read(typed, "")));
    }

    private Team team(long brand) {
      return staff.teamFor(brand).orElseThrow(() -> new Refusal("brand", "cases.refusal.no-team"));
    }
  }
}
