package amends.staff.web;

import amends.shared.Refusal;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Means;
import amends.staff.Passkeys;
import amends.staff.Viewer;
import amends.staff.passkey.RelyingParty.Question;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What assets/passkeys.js says for the browser, and what is done with passkeys by forms. */
@Controller
final class PasskeyPages {
  private static final String BACK = "redirect:" + MeansPages.PAGE;
  private static final String NEW = "passkey_new";
  private static final String ANY = "passkey_any";
  private static final int LARGEST = 65_536;

  private final Passkeys passkeys;
  private final Entrance entrance;
  private final Steps steps;
  private final Proof proof;

  PasskeyPages(Passkeys passkeys, Entrance entrance, Steps steps, Proof proof) {
    this.passkeys = passkeys;
    this.entrance = entrance;
    this.steps = steps;
    this.proof = proof;
  }

  @PostMapping("/profile/passkeys/options")
  ResponseEntity<?> forNew(Viewer viewer, HttpServletRequest request) {
    if (!passkeys.areAvailable()) {
      return ResponseEntity.notFound().build();
    }
    if (!entrance.isFresh(request)) {
      return ResponseEntity.status(HttpStatus.CONFLICT)
          .body(Map.of("next", "/profile/proof?next=" + MeansPages.PAGE));
    }
    var who = SecurityContextHolder.getContext().getAuthentication();
    return asked(passkeys.forNew(java.util.Objects.requireNonNull(who)), NEW, request);
  }

  @PostMapping("/profile/passkeys")
  ResponseEntity<?> add(
      Page page,
      Viewer viewer,
      @RequestParam(defaultValue = "") String name,
      HttpServletRequest request)
      throws IOException {
    return answered(
        page,
        NEW,
        request,
        (question, answer) -> {
          passkeys.add(viewer.id(), question, answer, name);
          return MeansPages.PAGE + "#passkeys";
        });
  }

  @PostMapping("/profile/passkeys/{id}/name")
  String rename(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(name = "passkey_name", defaultValue = "") String name,
      RedirectAttributes next) {
    try {
      passkeys.rename(viewer.id(), id, name);
    } catch (Refusal e) {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say(e));
    }
    return BACK;
  }

  @PostMapping("/profile/passkeys/{id}/ending")
  Object remove(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      HttpServletRequest request,
      RedirectAttributes next) {
    return proof.wanted(
        page,
        request,
        next,
        MeansPages.PAGE,
        () -> {
          passkeys.remove(viewer.id(), id);
          next.addFlashAttribute(Pages.FLASH, page.t().say("staff.done.passkey_removed"));
          return BACK;
        });
  }

  @PostMapping("/sign-in/passkey/options")
  ResponseEntity<?> forAny(HttpServletRequest request) {
    return passkeys.areAvailable()
        ? asked(passkeys.forAny(), ANY, request)
        : ResponseEntity.notFound().build();
  }

  @PostMapping("/sign-in/passkey")
  ResponseEntity<?> enter(Page page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return answered(
        page,
        ANY,
        request,
        (question, answer) -> {
          long id = passkeys.recognise(question, answer);
          return steps.inside(id, Means.PASSKEY, request, response);
        });
  }

  /** What follows an answer: where to go on. */
  private interface Answer {
    String next(Serializable question, String answer);
  }

  private static ResponseEntity<?> asked(
      Question question, String name, HttpServletRequest request) {
    request.getSession().setAttribute(name, question.kept());
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(question.json());
  }

  /** A question is answered once. */
  private static ResponseEntity<?> answered(
      Page page, String name, HttpServletRequest request, Answer then) throws IOException {
    HttpSession session = request.getSession();
    Object question = session.getAttribute(name);
    session.removeAttribute(name);
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    try {
      if (!(question instanceof Serializable asked) || body.length > LARGEST) {
        throw new Refusal("", "staff.refused.passkey_again");
      }
      String next = then.next(asked, new String(body, StandardCharsets.UTF_8));
      return ResponseEntity.ok(Map.of("next", next));
    } catch (Refusal e) {
      return ResponseEntity.unprocessableContent().body(Map.of("trouble", page.t().say(e)));
    }
  }
}
