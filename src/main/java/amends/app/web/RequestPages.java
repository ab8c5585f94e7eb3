package amends.app.web;

import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.shared.page.Doorplate;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Tally;
import amends.staff.Viewer;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The frame of a page, from what the request brings: viewer, language, theme, flash. */
@Component
final class RequestPages implements Pages {
  private static final Set<String> THEMES = Set.of("light", "dark");

  private final Texts texts;
  private final InstantSource clock;
  private final Permits permits;
  private final Doorplate doorplate;
  private final List<Tally> tallies;

  RequestPages(
      Texts texts, InstantSource clock, Permits permits, Doorplate doorplate, List<Tally> tallies) {
    this.texts = texts;
    this.clock = clock;
    this.permits = permits;
    this.doorplate = doorplate;
    this.tallies = tallies;
  }

  @Override
  public Page of(HttpServletRequest request) {
    Viewer viewer = (Viewer) request.getAttribute(Viewer.class.getName());
    return new Page(
        voice(viewer),
        clock.instant(),
        viewer == null ? null : onPage(viewer),
        viewer == null ? Page.Counts.NONE : counts(viewer),
        csrf(request),
        theme(request),
        doorplate.house(),
        flash(request));
  }

  /** For a page that must come out whatever is down: nothing on it is asked of the record. */
  Page plain() {
    return new Page(
        voice(null),
        clock.instant(),
        null,
        Page.Counts.NONE,
        "",
        "system",
        new Page.House("", false, false, false),
        null);
  }

  private Voice voice(@Nullable Viewer viewer) {
    return viewer == null
        ? texts.voice(Locale.ENGLISH, ZoneOffset.UTC)
        : texts.voice(viewer.locale(), viewer.zone());
  }

  private Page.Viewer onPage(Viewer viewer) {
    return new Page.Viewer(
        viewer.id(),
        viewer.name(),
        permits.may(viewer, Permission.SEE_PEOPLE),
        permits.mayInABrand(viewer, Permission.BROADCAST));
  }

  private Page.Counts counts(Viewer viewer) {
    Page.Counts counts = Page.Counts.NONE;
    for (Tally tally : tallies) {
      counts = tally.add(counts, viewer);
    }
    return counts;
  }

  private static String csrf(HttpServletRequest request) {
    CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return token == null ? "" : token.getToken();
  }

  private static String theme(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals("theme") && THEMES.contains(cookie.getValue())) {
          return cookie.getValue();
        }
      }
    }
    return "system";
  }

  private static Page.@Nullable Flash flash(HttpServletRequest request) {
    Map<String, ?> flashes = RequestContextUtils.getInputFlashMap(request);
    if (flashes == null) {
      return null;
    }
    Object trouble = flashes.get(TROUBLE);
    Object words = trouble == null ? flashes.get(FLASH) : trouble;
    return words == null ? null : new Page.Flash(words.toString(), trouble != null);
  }
}
