package amends.messages.sender.web;

import amends.messages.account.Accounts;
import amends.messages.sender.MailServer;
import amends.messages.sender.MailServers;
import amends.shared.Refusal;
import amends.shared.Settings.Tls;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Brand;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Staff;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mail servers that take what the brands send. */
@Controller
final class ServerPages {
  private final MailServers servers;
  private final Accounts accounts;
  private final Staff staff;
  private final Permits permits;

  ServerPages(MailServers servers, Accounts accounts, Staff staff, Permits permits) {
    this.servers = servers;
    this.accounts = accounts;
    this.staff = staff;
    this.permits = permits;
  }

  /** What is said about one brand on the page. */
  private record Said(long brand, Map<String, String> typed, String field, String words) {
    static final Said NOTHING = new Said(0, Map.of(), "", "");
  }

  @GetMapping("/mail-servers")
  ModelAndView list(Page page, Viewer viewer) {
    enter(viewer);
    return shown(page, Said.NOTHING, null);
  }

  private record Tested(long brand, String words, boolean bad) {}

  private ModelAndView shown(
      Page page, Said said, @org.jspecify.annotations.Nullable Tested tested) {
    List<ServersView.Row> rows = new ArrayList<>();
    for (Brand brand : staff.brands()) {
      rows.add(row(page, brand, said, tested));
    }
    List<Choice> all = new ArrayList<>();
    all.add(Choice.of("", page.t().say("messages.mailbox.account.none")));
    accounts.all().forEach(a -> all.add(Choice.of(String.valueOf(a.id()), a.name())));
    List<Choice> protections =
        Arrays.stream(new Tls[] {Tls.STARTTLS, Tls.IMPLICIT, Tls.NONE})
            .map(tls -> tls.name().toLowerCase(Locale.ROOT))
            .map(tls -> Choice.of(tls, page.t().say("messages.sender.tls." + tls)))
            .toList();
    return new ModelAndView("messages/senders", "v", new ServersView(page, rows, protections, all));
  }

  private ServersView.Row row(
      Page page, Brand brand, Said said, @org.jspecify.annotations.Nullable Tested tested) {
    MailServer own = servers.of(brand.id()).orElse(null);
    boolean refused = said.brand() == brand.id();
    Form form = Form.of(refused ? said.typed() : filled(own));
    boolean here = tested != null && tested.brand() == brand.id();
    return new ServersView.Row(
        brand.id(),
        brand.name(),
        brand.senderAddress(),
        own == null
            ? page.t().say("messages.sender.house")
            : page.t().say("messages.sender.own", own.host()),
        own != null,
        refused ? form.refused(said.field(), said.words()) : form,
        tested != null && here ? tested.words() : "",
        tested != null && here && tested.bad());
  }

  private static Map<String, String> filled(@org.jspecify.annotations.Nullable MailServer own) {
    if (own == null) {
      return Map.of("port", "587", "tls", "starttls");
    }
    return Map.of(
        "host", own.host(),
        "port", String.valueOf(own.port()),
        "tls", own.tls().name().toLowerCase(Locale.ROOT),
        "login", own.login(),
        "account", own.accountId() == null ? "" : String.valueOf(own.accountId()),
        "per_minute", own.perMinute() == 0 ? "" : String.valueOf(own.perMinute()));
  }

  @PostMapping("/mail-servers/{brand}")
  Object set(
      Page page,
      Viewer viewer,
      @PathVariable long brand,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    enter(viewer);
    staff.brand(brand);
    try {
      servers.set(brand, draft(typed), viewer.actor());
      next.addFlashAttribute(Pages.FLASH, page.t().say("messages.sender.set"));
      return "redirect:/mail-servers";
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      Map<String, String> kept = new HashMap<>(typed);
      kept.remove("password");
      String words = page.t().say(refusal);
      return shown(page, new Said(brand, kept, refusal.field(), words), null);
    }
  }

  /** Answers with the page itself: what came of a test is of this moment only. */
  @PostMapping("/mail-servers/{brand}/test")
  ModelAndView test(Page page, Viewer viewer, @PathVariable long brand) {
    enter(viewer);
    staff.brand(brand);
    String trouble = servers.test(brand);
    String words =
        trouble == null
            ? page.t().say("messages.sender.tested")
            : page.t().say("messages.sender.tested.not", trouble);
    return shown(page, Said.NOTHING, new Tested(brand, words, trouble != null));
  }

  @PostMapping("/mail-servers/{brand}/removal")
  String remove(Page page, Viewer viewer, @PathVariable long brand, RedirectAttributes next) {
    enter(viewer);
    staff.brand(brand);
    servers.remove(brand, viewer.actor());
    next.addFlashAttribute(Pages.FLASH, page.t().say("messages.sender.removed"));
    return "redirect:/mail-servers";
  }

  private void enter(Viewer viewer) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
  }

  private static MailServer.Draft draft(Map<String, String> typed) {
    String port = typed.getOrDefault("port", "").strip();
    String account = typed.getOrDefault("account", "");
    String tls = typed.getOrDefault("tls", "");
    String pace = typed.getOrDefault("per_minute", "").strip();
    return new MailServer.Draft(
        typed.getOrDefault("host", "").strip(),
        port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0,
        tls.equals("implicit") ? Tls.IMPLICIT : tls.equals("none") ? Tls.NONE : Tls.STARTTLS,
        typed.getOrDefault("login", "").strip(),
        typed.getOrDefault("password", ""),
        account.matches("\\d{1,18}") ? Long.valueOf(account) : null,
        pace.isEmpty() ? 0 : pace.matches("[1-9]\\d{0,8}") ? Integer.parseInt(pace) : -1);
  }
}
