package amends.staff.web;

import amends.shared.page.Page;
import amends.shared.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Single keys on or off (WCAG 2.1.4): whoever speaks to a browser would press them by talking. It
 * belongs to the browser, as the hands in front of it do; a cookie that the page reads, no secret.
 */
@Controller
final class KeysPages {
  @PostMapping("/profile/keys")
  String choose(
      Page page,
      @RequestParam(defaultValue = "on") String keys,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next) {
    boolean off = keys.equals("off");
    ResponseCookie cookie =
        ResponseCookie.from("keys", off ? "off" : "on")
            .path("/")
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(Duration.ofDays(365))
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    String key = off ? "staff.profile.keys.done.off" : "staff.profile.keys.done.on";
    next.addFlashAttribute(Pages.FLASH, page.t().say(key));
    return "redirect:/profile";
  }
}
