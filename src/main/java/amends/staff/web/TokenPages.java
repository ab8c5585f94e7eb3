package amends.staff.web;

import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.ApiTokens;
import amends.staff.NewApiToken;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tokens for other programs: which there are, what they may, when they were last used. */
@Controller
final class TokenPages {
  private final ApiTokens tokens;
  private final TokenRoster roster;
  private final Permits permits;
  private final Proof proof;

  TokenPages(ApiTokens tokens, TokenRoster roster, Permits permits, Proof proof) {
    this.tokens = tokens;
    this.roster = roster;
    this.permits = permits;
    this.proof = proof;
  }

  @GetMapping("/tokens")
  ModelAndView show(Page page, Viewer viewer, HttpServletRequest request) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    Form form = proof.typed(request, "/tokens", Form.of(Map.of("days", "365")));
    return shown(page, form, Set.of(form.value("chosen").split(",", -1)), null);
  }

  /** Answers with the page itself: the token that it shows is written down nowhere. */
  @PostMapping("/tokens")
  Object make(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "scopes", defaultValue = "") List<String> scopes,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    Map<String, String> kept = new HashMap<>(typed);
    kept.put("chosen", String.join(",", new TreeSet<>(scopes)));
    return proof.wanted(
        page, request, next, "/tokens", kept, () -> made(page, viewer, typed, scopes, response));
  }

  private ModelAndView made(
      Page page,
      Viewer viewer,
      Map<String, String> typed,
      List<String> scopes,
      HttpServletResponse response) {
    try {
      NewApiToken wanted =
          new NewApiToken(
              typed.getOrDefault("name", ""),
              scopes,
              number(typed, "brand"),
              number(typed, "team"),
              expires(typed, page.now()));
      String made = tokens.make(wanted, viewer.id()).words();
      return shown(page, Form.of(Map.of("days", "365")), Set.of(), made);
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      Form form = Typed.refused(page, Form.of(typed), refusal);
      return shown(page, form, Set.copyOf(scopes), null);
    }
  }

  @PostMapping("/tokens/{id}/revocation")
  String revoke(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    tokens.revoke(id, viewer.actor());
    next.addFlashAttribute(Pages.FLASH, page.t().say("staff.token.revoked"));
    return "redirect:/tokens";
  }

  private ModelAndView shown(Page page, Form form, Set<String> chosen, @Nullable String made) {
    return new ModelAndView("staff/tokens", "v", roster.shown(page, form, chosen, made));
  }

  private static @Nullable Long number(Map<String, String> typed, String field) {
    String value = typed.getOrDefault(field, "").strip();
    if (value.isEmpty()) {
      return null;
    }
    if (!value.matches("\\d{1,18}")) {
      throw new Refusal(field, "staff.token.refused." + field);
    }
    return Long.valueOf(value);
  }

  private static @Nullable Instant expires(Map<String, String> typed, Instant now) {
    String days = typed.getOrDefault("days", "").strip();
    if (days.isEmpty()) {
      return null;
    }
    if (!days.matches("[1-9]\\d{0,4}")) {
      throw new Refusal("days", "staff.token.refused.days");
    }
    return now.plus(Duration.ofDays(Long.parseLong(days)));
  }
}
