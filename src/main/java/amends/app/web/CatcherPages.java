package amends.app.web;

import amends.messages.Catcher;
import amends.messages.Caught;
import amends.messages.ReadMail;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.shared.page.Page;
import amends.shared.page.Rest;
import amends.staff.DemoSignIns;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What customers of the demo world would have received; outside of a demo there is none. */
@Controller
final class CatcherPages {
  private static final int PAGE = 50;
  private static final List<String> HEADERS =
      List.of(
          "From",
          "To",
          "Reply-To",
          "Message-ID",
          "In-Reply-To",
          "Auto-Submitted",
          "X-Auto-Response-Suppress");
  private static final String FRAMED =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'self'";

  private final Catcher catcher;
  private final Permits permits;
  private final ObjectProvider<DemoSignIns> demo;

  CatcherPages(Catcher catcher, Permits permits, ObjectProvider<DemoSignIns> demo) {
    this.catcher = catcher;
    this.permits = permits;
    this.demo = demo;
  }

  @GetMapping("/catcher")
  ModelAndView list(
      Page page, Viewer viewer, @RequestParam(required = false) @Nullable Long after) {
    enter(viewer);
    return shown(page, after, null);
  }

  @GetMapping("/catcher/{id}")
  ModelAndView open(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable Long after) {
    enter(viewer);
    return shown(page, after, find(id));
  }

  @GetMapping("/catcher/{id}/html")
  ResponseEntity<byte[]> html(Viewer viewer, @PathVariable long id) {
    enter(viewer);
    String html = find(id).mail().html();
    if (html == null) {
      throw missing(id);
    }
    String framed = "<!doctype html><html><head><meta charset=\"utf-8\"></head><body>" + html;
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header("Content-Security-Policy", FRAMED)
        .header("X-Frame-Options", "SAMEORIGIN")
        .body((framed + "</body></html>").getBytes(StandardCharsets.UTF_8));
  }

  private void enter(Viewer viewer) {
    if (demo.getIfAvailable() == null) {
      throw missing(0);
    }
    permits.require(viewer, Permission.SEE_CATCHER);
  }

  private Caught find(long id) {
    return catcher.find(id).orElseThrow(() -> missing(id));
  }

  private static NotFound missing(long id) {
    return new NotFound(Subject.of("caught mail", id));
  }

  private ModelAndView shown(Page page, @Nullable Long after, @Nullable Caught open) {
    List<Caught> found = catcher.newest(after, PAGE + 1);
    List<Caught> mails = found.subList(0, Math.min(PAGE, found.size()));
    CatcherView v =
        new CatcherView(
            page,
            mails.stream().map(mail -> row(page, mail, open)).toList(),
            open == null ? null : opened(page, open),
            rest(page, after, found.size() > PAGE ? mails.getLast() : null));
    return new ModelAndView("app/catcher", "v", v);
  }

  private static CatcherView.Mail row(Page page, Caught mail, @Nullable Caught open) {
    return new CatcherView.Mail(
        mail.id(),
        mail.envelopeTo(),
        mail.mail().subject(),
        page.t().at(mail.caughtAt(), page.now()),
        open != null && open.id() == mail.id());
  }

  private static CatcherView.OpenMail opened(Page page, Caught open) {
    ReadMail mail = open.mail();
    return new CatcherView.OpenMail(
        open.envelopeTo(),
        mail.subject(),
        page.t().moment(open.caughtAt()),
        mail.headers().stream()
            .filter(header -> HEADERS.stream().anyMatch(header.name()::equalsIgnoreCase))
            .map(header -> new CatcherView.Header(header.name(), header.value()))
            .toList(),
        mail.text(),
        mail.html() == null ? null : "/catcher/" + open.id() + "/html");
  }

  private static Rest rest(Page page, @Nullable Long after, @Nullable Caught last) {
    return new Rest(
        after == null ? null : "/catcher",
        last == null ? null : "/catcher?after=" + last.id(),
        page.t().say("app.catcher.more", PAGE));
  }
}
