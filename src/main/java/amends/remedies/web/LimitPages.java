package amends.remedies.web;

import amends.remedies.Authority;
import amends.remedies.Limit;
import amends.remedies.NewLimit;
import amends.remedies.Remedy;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Role;
import amends.staff.Scope;
import amends.staff.Viewer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may give how much without asking: everybody reads it, few set it. */
@Controller
final class LimitPages {
  private static final String HERE = "/remedies/limits";
  private static final int AN_HOUR = 60;

  private final Authority authority;
  private final LimitSheets sheets;
  private final Permits permits;

  LimitPages(Authority authority, LimitSheets sheets, Permits permits) {
    this.authority = authority;
    this.sheets = sheets;
    this.permits = permits;
  }

  @GetMapping(HERE)
  ModelAndView show(Page page, Viewer viewer) {
    permits.requireSomewhere(viewer, Permission.GRANT_REMEDY);
    return page(Filled.blank(page, viewer), sheets.blank(), sheets.blank());
  }

  @PostMapping(HERE)
  ModelAndView set(Filled filled, RedirectAttributes next) {
    permits.require(filled.viewer(), Permission.ARRANGE_REMEDIES);
    return filled.act(
        next,
        new Filled.Done(HERE, filled.page().t().say("remedies.limits.done")),
        () -> authority.set(limit(filled), filled.viewer().actor()),
        form -> page(filled, form, sheets.blank()));
  }

  @PostMapping(HERE + "/{id}/end")
  ModelAndView end(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    permits.requireSomewhere(viewer, Permission.BACK_REMEDY);
    Limit limit =
        authority.all().stream()
            .filter(one -> one.id() == id && one.inForce(page.now()))
            .findFirst()
            .orElseThrow(() -> new NotFound(Subject.of("limit", id)));
    Subject only = limit.only();
    if (limit.emergency() && only != null && only.kind().equals("team")) {
      permits.require(viewer, Permission.BACK_REMEDY, Scope.ofTeam(only.id(), null), only);
    } else {
      permits.require(viewer, Permission.ARRANGE_REMEDIES);
    }
    Filled filled = Filled.blank(page, viewer);
    return filled.act(
        next,
        new Filled.Done(HERE, page.t().say("remedies.limits.ended")),
        () -> authority.end(id, viewer.actor()),
        form -> page(filled, sheets.blank(), sheets.blank()));
  }

  /** A lead gives somebody more for a while, in the matters of one team. */
  @PostMapping("/remedies/emergencies")
  ModelAndView lend(Filled filled, RedirectAttributes next) {
    permits.requireSomewhere(filled.viewer(), Permission.BACK_REMEDY);
    return filled.act(
        next,
        new Filled.Done(HERE, filled.page().t().say("remedies.emergency.done")),
        () -> lend(filled),
        form -> page(filled, sheets.blank(), form));
  }

  private void lend(Filled filled) {
    Long person = filled.id("person");
    Long team = filled.id("team");
    if (person == null || team == null) {
      throw new Refusal(person == null ? "person" : "team", "remedies.emergency.refusal.whom");
    }
    permits.require(
        filled.viewer(),
        Permission.BACK_REMEDY,
        Scope.ofTeam(team, null),
        Subject.of("team", team));
    Instant until = filled.moment("ends");
    if (until == null) {
      throw new Refusal("ends", "remedies.emergency.refusal.ends");
    }
    String currency = filled.field("in");
    Long most = filled.minor("most", currency);
    if (most == null) {
      throw new Refusal("most", "remedies.limits.refusal.grant");
    }
    authority.emergency(
        new NewLimit(
            new Limit.OfPerson(person),
            null,
            currency.toUpperCase(java.util.Locale.ROOT),
            most,
            null,
            null,
            null,
            Limit.Period.DAY,
            AN_HOUR,
            until),
        Subject.of("team", team),
        filled.field("reason"),
        until,
        filled.viewer());
  }

  private static NewLimit limit(Filled filled) {
    String currency = filled.field("currency");
    Long grant = filled.minor("per_grant", currency);
    if (grant == null) {
      throw new Refusal("per_grant", "remedies.limits.refusal.grant");
    }
    return new NewLimit(
        holder(filled.field("holder")),
        kind(filled.field("kind")),
        currency.toUpperCase(java.util.Locale.ROOT),
        grant,
        filled.minor("per_matter", currency),
        filled.minor("per_day", currency),
        filled.minor("per_period", currency),
        period(filled.field("period")),
        filled.number("answer_minutes", AN_HOUR),
        filled.moment("until"));
  }

  private static Remedy.@Nullable Kind kind(String code) {
    return code.isEmpty() ? null : Remedy.Kind.of(code);
  }

  private static Limit.Holder holder(String written) {
    String[] parts = written.split(":", 2);
    if (parts.length == 2 && parts[0].equals("role")) {
      for (Role role : Role.values()) {
        if (role.code().equals(parts[1])) {
          return new Limit.OfRole(role);
        }
      }
    }
    if (parts.length == 2 && parts[1].matches("\\d{1,18}")) {
      long id = Long.parseLong(parts[1]);
      return parts[0].equals("team") ? new Limit.OfTeam(id) : new Limit.OfPerson(id);
    }
    throw new Refusal("holder", "remedies.limits.refusal.holder");
  }

  private static Limit.Period period(String code) {
    for (Limit.Period period : Limit.Period.values()) {
      if (period.code().equals(code)) {
        return period;
      }
    }
    throw new Refusal("period", "remedies.limits.refusal.period");
  }

  private ModelAndView page(Filled filled, Form form, Form emergency) {
    boolean keeps = permits.may(filled.viewer(), Permission.ARRANGE_REMEDIES);
    boolean lends = permits.maySomewhere(filled.viewer(), Permission.BACK_REMEDY);
    return new ModelAndView(
        "remedies/limits",
        "v",
        sheets.of(filled.page(), new LimitSheets.Rights(keeps, lends), form, emergency));
  }
}
