package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.Joins;
import amends.cases.Links;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.staff.Permission;
import amends.staff.Permits;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What belongs to a case: links made and ended, and the ways to merge and to split. */
@Controller
final class LinkPages {
  private final Cases cases;
  private final Permits permits;
  private final Links links;
  private final Joins joins;
  private final Acting acting;

  LinkPages(Cases cases, Permits permits, Links links, Joins joins, Acting acting) {
    this.cases = cases;
    this.permits = permits;
    this.links = links;
    this.joins = joins;
    this.acting = acting;
  }

  @GetMapping("/cases/{id}/links")
  ModelAndView show(Ask ask) {
    return page(ask, Form.of(Map.of("role", "related")));
  }

  @PostMapping("/cases/{id}/links")
  ModelAndView link(Ask ask, RedirectAttributes next) {
    permitted(ask);
    return acting.act(
        ask,
        next,
        () -> {
          links.link(ask.id(), role(ask.field("role")), other(ask), ask.viewer());
          return "cases.done.linked";
        },
        Acting.way("/cases/" + ask.id() + "/links", form -> page(ask, form)));
  }

  @PostMapping("/cases/{id}/links/{part}/end")
  ModelAndView unlink(Ask ask, RedirectAttributes next) {
    permitted(ask);
    return acting.act(
        ask,
        next,
        () -> {
          links.unlink(ask.id(), ask.part(), ask.viewer());
          return "cases.done.unlinked";
        },
        Acting.way("/cases/" + ask.id() + "/links", form -> page(ask, form)));
  }

  private static long other(Ask ask) {
    Long other = Typed.number(ask, "other");
    if (other == null) {
      throw new Refusal("other", "cases.refusal.no-such-case", ask.field("other"));
    }
    return other;
  }

  private static Links.Role role(String code) {
    return Stream.of(Links.Role.values())
        .filter(role -> role.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Refusal("role", "cases.refusal.role"));
  }

  private Case permitted(Ask ask) {
    Case matter = cases.see(ask.id(), ask.viewer());
    permits.require(ask.viewer(), Permission.WORK_CASE, matter.scope(), matter.asSubject());
    return matter;
  }

  private ModelAndView page(Ask ask, Form form) {
    Case matter = permitted(ask);
    Voice t = ask.page().t();
    LinksView view =
        new LinksView(
            ask.page(),
            matter.id(),
            matter.subject(),
            acting.withToken(form),
            Stream.of("related", "parent", "child")
                .map(code ->
                    new Choice(code, t.say("cases.link." + code), t.say("cases.link.hint." + code)))
                .toList(),
            Kin.of(links.of(matter.id(), ask.viewer()), matter.id(), ask.page()),
            joins.merged(matter.id()).isPresent(),
            matter.closed());
    return new ModelAndView("cases/links", "v", view);
  }
}
