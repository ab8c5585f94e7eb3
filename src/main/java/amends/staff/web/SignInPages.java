package amends.staff.web;

import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.DemoSignIns;
import amends.staff.Means;
import amends.staff.SignIns;
import amends.staff.SignIns.Outcome;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** In by password, and out again. */
@Controller
final class SignInPages {
  private final SignIns signIns;
  private final Entrance entrance;
  private final Steps steps;
  private final Doors doors;
  private final ObjectProvider<DemoSignIns> demo;

  SignInPages(
      SignIns signIns,
      Entrance entrance,
      Steps steps,
      Doors doors,
      ObjectProvider<DemoSignIns> demo) {
    this.signIns = signIns;
    this.entrance = entrance;
    this.steps = steps;
    this.doors = doors;
    this.demo = demo;
  }

  @GetMapping("/sign-in")
  ModelAndView show(
      Page page, @RequestParam @Nullable String again, @RequestParam @Nullable String left) {
    Form form = Form.blank();
    return shown(
        page,
        again == null ? form : form.refused("", page.t().say("staff.refused.again")),
        left != null);
  }

  @PostMapping("/sign-in")
  Object signIn(
      Page page,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    Form form = Form.of(Map.of("email", email));
    return switch (signIns.signIn(email, password, request.getRemoteAddr())) {
      case Outcome.Welcome(long id) ->
          "redirect:" + entrance.enter(id, Means.PASSWORD, request, response);
      case Outcome.Half(long id) -> "redirect:" + steps.second(id, request);
      case Outcome.Wrong() -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield shown(page, form.refused("", page.t().say("staff.refused.sign_in")));
      }
      case Outcome.Elsewhere() -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield shown(
            page, form.refused("", page.t().say("staff.refused.password_off", doors.company())));
      }
      case Outcome.Wait(var time) -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(time.toSeconds() + 1));
        yield shown(
            page, form.refused("", page.t().say("staff.refused.wait", SignIns.minutes(time))));
      }
    };
  }

  @PostMapping("/sign-out")
  String signOut(Viewer viewer, HttpServletRequest request) {
    boolean company = entrance.means() == Means.PROVIDER;
    entrance.leave(request);
    signIns.signOut(viewer.id());
    return company ? "redirect:/sign-in?left=yes" : "redirect:/sign-in";
  }

  private ModelAndView shown(Page page, Form form) {
    return shown(page, form, false);
  }

  private ModelAndView shown(Page page, Form form, boolean left) {
    DemoSignIns world = demo.getIfAvailable();
    List<SignInView.DemoSignIn> known =
        world == null
            ? List.of()
            : world.list().stream()
                .map(d ->
                    new SignInView.DemoSignIn(
                        d.name(),
                        page.t().say("staff.role." + d.role().code()),
                        d.email(),
                        d.password()))
                .toList();
    return new ModelAndView("staff/signin", "v", new SignInView(page, form, known, doors.of(left)));
  }
}
