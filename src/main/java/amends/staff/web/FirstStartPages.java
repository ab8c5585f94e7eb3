package amends.staff.web;

import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.FirstStart;
import amends.staff.FirstStart.Guest;
import amends.staff.Means;
import amends.staff.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** In by a one-time link. Looking changes nothing: mail scanners and previews look too. */
@Controller
final class FirstStartPages {
  private final FirstStart firstStart;
  private final Steps steps;

  FirstStartPages(FirstStart firstStart, Steps steps) {
    this.firstStart = firstStart;
    this.steps = steps;
  }

  @GetMapping("/first-start/{token}")
  ModelAndView show(Page page, @PathVariable String token, HttpServletResponse response) {
    Optional<Guest> guest = firstStart.look(token);
    Form form =
        guest
            .map(g -> Form.of(Map.of("name", g.name(), "email", g.email())))
            .orElseGet(Form::blank);
    return shown(page, token, form, response);
  }

  @PostMapping("/first-start/{token}")
  Object accept(
      Page page,
      @PathVariable String token,
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    String name = typed.getOrDefault("name", "");
    String email = typed.getOrDefault("email", "");
    try {
      Person person = firstStart.accept(token, name, email, Typed.password(typed));
      return "redirect:" + steps.after(person.id(), Means.LINK, request, response);
    } catch (Refusal e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      Form form = Form.of(Map.of("name", name, "email", email));
      return shown(page, token, Typed.refused(page, form, e), response);
    }
  }

  private ModelAndView shown(Page page, String token, Form form, HttpServletResponse response) {
    Optional<Guest> guest = firstStart.look(token);
    if (guest.isEmpty()) {
      response.setStatus(HttpStatus.GONE.value());
    }
    boolean invited = guest.isPresent() && !guest.get().email().isEmpty();
    return new ModelAndView(
        "staff/start", "v", new FirstStartView(page, token, guest.isPresent(), invited, form));
  }
}
