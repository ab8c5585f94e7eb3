package amends.staff.web;

import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.SecondFactors;
import amends.staff.SecondFactors.Need;
import amends.staff.SignIns;
import amends.staff.SignIns.Outcome;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks once more for the password or a code. */
@Controller
final class ProofPages {
  private final SignIns signIns;
  private final SecondFactors factors;
  private final Entrance entrance;

  ProofPages(SignIns signIns, SecondFactors factors, Entrance entrance) {
    this.signIns = signIns;
    this.factors = factors;
    this.entrance = entrance;
  }

  @GetMapping("/profile/proof")
  ModelAndView show(Page page, Viewer viewer, @RequestParam(defaultValue = "") String next) {
    return shown(page, viewer, Form.blank(), next);
  }

  @PostMapping("/profile/proof")
  Object prove(
      Page page,
      Viewer viewer,
      @RequestParam(defaultValue = "") String next,
      @RequestParam(defaultValue = "") String proof,
      HttpServletRequest request,
      HttpServletResponse response) {
    String trouble = trouble(page, viewer, proof, request.getRemoteAddr());
    if (trouble.isEmpty()) {
      entrance.proved(request);
      return "redirect:" + safe(next);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return shown(page, viewer, Form.blank().refused("proof", trouble), next);
  }

  /** A code where there is an app and it looks like one, else the password. */
  private String trouble(Page page, Viewer viewer, String proof, String address) {
    boolean code = proof.strip().matches("[0-9]{3} ?[0-9]{3}");
    if (code && factors.need(viewer.id()) == Need.CODE) {
      return switch (factors.prove(viewer.id(), proof, address)) {
        case SecondFactors.Outcome.Right right -> "";
        case SecondFactors.Outcome.Wrong wrong -> page.t().say("staff.refused.proof");
        case SecondFactors.Outcome.Wait(Duration time) -> wait(page, time);
      };
    }
    return switch (signIns.proves(viewer, proof, address)) {
      case Outcome.Welcome welcome -> "";
      case Outcome.Wait(Duration time) -> wait(page, time);
      case Outcome.Wrong wrong -> page.t().say("staff.refused.proof");
      case Outcome.Half half -> page.t().say("staff.refused.proof");
      case Outcome.Elsewhere elsewhere -> page.t().say("staff.refused.proof");
    };
  }

  private static String wait(Page page, Duration time) {
    return page.t().say("staff.refused.wait", SignIns.minutes(time));
  }

  private static ModelAndView shown(Page page, Viewer viewer, Form form, String next) {
    return new ModelAndView(
        "staff/proof", "v", new ProofView(page, form, viewer.email(), safe(next)));
  }

  /** Only pages of our own that ask for a proof. */
  private static String safe(String next) {
    return next.matches("/profile/sign-in|/people|/people/[0-9]{1,18}|/people/sign-in|/tokens")
        ? next
        : "/profile/sign-in";
  }
}
