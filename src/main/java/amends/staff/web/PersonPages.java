package amends.staff.web;

import amends.shared.Refusal;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Grant;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.SecondFactors;
import amends.staff.Staff;
import amends.staff.Team;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One colleague: what the person may do, in which teams, and how the person gets in. */
@Controller
final class PersonPages {
  private final Staff staff;
  private final Permits permits;
  private final Invitations invitations;
  private final SecondFactors factors;
  private final Proof proof;

  PersonPages(
      Staff staff, Permits permits, Invitations invitations, SecondFactors factors, Proof proof) {
    this.staff = staff;
    this.permits = permits;
    this.invitations = invitations;
    this.factors = factors;
    this.proof = proof;
  }

  @GetMapping("/people/{id}")
  ModelAndView show(Page page, Viewer viewer, @PathVariable long id, HttpServletRequest request) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    return shown(page, viewer, id, proof.typed(request, "/people/" + id, Form.blank()), null);
  }

  @PostMapping("/people/{id}/roles")
  Object grant(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "") String team,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    return proof.wanted(
        page,
        request,
        next,
        "/people/" + id,
        Map.of("role", role, "team", team),
        () ->
            changed(
                page,
                viewer,
                id,
                response,
                () -> staff.grant(id, grant(role, team), viewer.actor())));
  }

  @PostMapping("/people/{id}/roles/ending")
  Object revoke(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "") String team,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    return proof.wanted(
        page,
        request,
        next,
        "/people/" + id,
        () -> changed(page, viewer, id, response, () -> end(id, role, team, viewer)));
  }

  private void end(long id, String role, String team, Viewer viewer) {
    Role which = NewColleagues.role(role);
    staff.grantsOf(id).stream()
        .filter(g -> g.role() == which && teamOf(g).equals(team))
        .forEach(g -> staff.revoke(id, g, viewer.actor()));
  }

  @PostMapping("/people/{id}/teams")
  Object join(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String team,
      HttpServletResponse response) {
    return changed(page, viewer, id, response, () -> staff.join(id, chosen(team), viewer.actor()));
  }

  @PostMapping("/people/{id}/teams/ending")
  Object part(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String team,
      HttpServletResponse response) {
    return changed(page, viewer, id, response, () -> staff.part(id, chosen(team), viewer.actor()));
  }

  @PostMapping("/people/{id}/invitation")
  Object invite(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      HttpServletRequest request,
      RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    return proof.wanted(
        page,
        request,
        next,
        "/people/" + id,
        () -> shown(page, viewer, id, Form.blank(), invitations.link(id, viewer.actor())));
  }

  @PostMapping("/people/{id}/leaving")
  String leave(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    try {
      if (id == viewer.id()) {
        throw new Refusal("", "staff.refused.yourself");
      }
      Person person = staff.get(id);
      staff.leave(id, viewer.actor());
      next.addFlashAttribute(Pages.FLASH, page.t().say("staff.done.left", person.name()));
    } catch (Refusal e) {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say(e));
    }
    return "redirect:/people";
  }

  private Object changed(
      Page page, Viewer viewer, long id, HttpServletResponse response, Runnable change) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    try {
      change.run();
      return "redirect:/people/" + id;
    } catch (Refusal e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return shown(page, viewer, id, Typed.refused(page, Form.blank(), e), null);
    }
  }

  private Grant grant(String role, String team) {
    return NewColleagues.grant(NewColleagues.role(role), find(team));
  }

  private long chosen(String team) {
    return find(team).orElseThrow(() -> new Refusal("team", "staff.refused.team_needed"));
  }

  private Optional<Long> find(String team) {
    return staff.teams().stream()
        .map(Team::id)
        .filter(id -> String.valueOf(id).equals(team))
        .findFirst();
  }

  private ModelAndView shown(Page page, Viewer viewer, long id, Form form, @Nullable String link) {
    Person person = staff.get(id);
    Set<Long> shares = staff.teamsOf(id);
    List<Team> teams = staff.teams();
    List<PersonView.Held> held =
        staff.grantsOf(id).stream()
            .map(g -> new PersonView.Held(g.role().code(), teamOf(g), where(page, teams, g)))
            .toList();
    return new ModelAndView(
        "staff/person",
        "v",
        new PersonView(
            page,
            id,
            person.name(),
            person.email(),
            !person.active(),
            id == viewer.id(),
            held,
            choices(teams.stream().filter(t -> shares.contains(t.id())).toList()),
            new PersonView.Choices(
                Roster.roles(page),
                choices(teams),
                choices(teams.stream().filter(t -> !shares.contains(t.id())).toList())),
            form,
            link,
            factors.state(id).since().map(at -> page.t().say("staff.since", at)).orElse("")));
  }

  private static List<Choice> choices(List<Team> teams) {
    return teams.stream().map(t -> Choice.of(String.valueOf(t.id()), t.name())).toList();
  }

  private static String teamOf(Grant grant) {
    return grant.teamId() == null ? "" : String.valueOf(grant.teamId());
  }

  private static String where(Page page, List<Team> teams, Grant grant) {
    return teams.stream()
        .filter(t -> teamOf(grant).equals(String.valueOf(t.id())))
        .map(t -> page.t().say("staff.reach.team", t.name()))
        .findFirst()
        .orElseGet(() -> page.t().say("staff.reach.all"));
  }
}
