package amends.staff.web;

import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Means;
import amends.staff.SecondFactors;
import amends.staff.SecondFactors.Need;
import amends.staff.SecondFactors.Outcome;
import amends.staff.SignIns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Between the password and the desk: a code, or the first one of a new app. */
@Controller
final class SecondStepPages {
  private static final String FIRST_STEP = "redirect:/sign-in";
  private static final String AGAIN = "redirect:/sign-in?again=yes";

  private final SecondFactors factors;
  private final Entrance entrance;
  private final Steps steps;

  SecondStepPages(SecondFactors factors, Entrance entrance, Steps steps) {
    this.factors = factors;
    this.entrance = entrance;
    this.steps = steps;
  }

  @GetMapping(Steps.SECOND)
  Object show(Page page, HttpServletRequest request) {
    Optional<Long> half = entrance.halfWay(request);
    return half.isEmpty() ? FIRST_STEP : shown(page, half.get(), Form.blank());
  }

  @PostMapping(Steps.SECOND)
  Object code(
      Page page,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Long> half = entrance.halfWay(request);
    if (half.isEmpty()) {
      return AGAIN;
    }
    long id = half.get();
    return switch (factors.prove(id, code, request.getRemoteAddr())) {
      case Outcome.Right(Means means) -> "redirect:" + steps.inside(id, means, request, response);
      case Outcome.Wrong() -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield shown(page, id, refused(page, "staff.refused.code"));
      }
      case Outcome.Wait(var time) -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(time.toSeconds() + 1));
        yield shown(page, id, refused(page, "staff.refused.wait", SignIns.minutes(time)));
      }
    };
  }

  @PostMapping(Steps.SECOND + "/enrolment")
  Object enrol(
      Page page,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Long> half = entrance.halfWay(request);
    // Whoever has a factor proves it: a password alone does not put another one in its place.
    if (half.isEmpty() || factors.need(half.get()) != Need.ENROL) {
      return AGAIN;
    }
    long id = half.get();
    try {
      List<String> codes = factors.confirm(id, code, request.getRemoteAddr());
      String next = steps.inside(id, Means.CODE, request, response);
      return new ModelAndView("staff/codes", "v", new CodesView(page, codes, next));
    } catch (Refusal e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return shown(page, id, Typed.refused(page, Form.blank(), e));
    }
  }

  private Object shown(Page page, long id, Form form) {
    if (factors.need(id) != Need.ENROL) {
      return new ModelAndView("staff/second", "v", new SecondStepView(page, form, null));
    }
    // An offer holds for an hour, which is longer than this step: none means begin again.
    return factors
        .offered(id, page.house().organisation())
        .map(OfferView::of)
        .<Object>map(
            offer -> new ModelAndView("staff/second", "v", new SecondStepView(page, form, offer)))
        .orElse(AGAIN);
  }

  private static Form refused(Page page, String key, Object... args) {
    return Form.blank().refused("code", page.t().say(key, args));
  }
}
