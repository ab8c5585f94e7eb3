package amends.portal.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.portal.Acting;
import amends.portal.Identities;
import amends.portal.Link;
import amends.portal.LinkMail;
import amends.portal.Links;
import amends.portal.Seals;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A colleague's way to a customer's page: the permission asked, the form sent once. */
@Component
final class DeskDoor {
  private static final Set<String> FIELDS =
      Set.of(
          "words",
          "call_at",
          "call_number",
          "rep_name",
          "rep_reach",
          "rep_scope",
          "contact",
          "rhythm",
          "right",
          "right_words",
          "phone",
          "address",
          "way",
          "facts",
          "why",
          "who",
          "reach",
          "affiliation",
          "evidence",
          "scope",
          "by",
          "until",
          "choice_words",
          "stop_words");

  private final Cases cases;
  private final Permits permits;
  private final Sheets sheets;
  private final Once once;
  private final Behind behind;

  DeskDoor(Cases cases, Permits permits, Sheets sheets, Once once, Behind behind) {
    this.cases = cases;
    this.permits = permits;
    this.sheets = sheets;
    this.once = once;
    this.behind = behind;
  }

  /** What the page shows besides. */
  @Component
  static final class Behind {
    private final Identities identities;
    private final Links links;
    private final LinkMail linkMail;

    Behind(Identities identities, Links links, LinkMail linkMail) {
      this.identities = identities;
      this.links = links;
      this.linkMail = linkMail;
    }
  }

  /** A form acts once. */
  @Component
  static final class Once {
    private final Acts acts;
    private final Seals seals;

    Once(Acts acts, Seals seals) {
      this.acts = acts;
      this.seals = seals;
    }

    void run(String purpose, String seal, String what, Runnable act) {
      acts.run(() -> {
        if (seals.use(purpose, seal, what)) {
          act.run();
        }
      });
    }
  }

  /** One request. */
  record Visit(
      Page page,
      Viewer viewer,
      long id,
      Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    String field(String name) {
      return typed.getOrDefault(name, "");
    }

    /** The page that is shown next begins with this sentence. */
    void tells(String key) {
      next.addFlashAttribute(Pages.FLASH, page.t().say(key));
    }
  }

  interface Deed {
    void by(Acting by);
  }

  ModelAndView show(Visit visit) {
    return page(visit, cases.see(visit.id(), visit.viewer()), Form.blank(), "", null);
  }

  /** Whatever is done for the customer or decided on what they asked for. */
  Object act(Visit visit, String act, Deed deed) {
    Case matter = cases.see(visit.id(), visit.viewer());
    permits.require(visit.viewer(), Permission.WORK_CASE, matter.scope(), matter.asSubject());
    try {
      once.run(
          purpose(visit),
          visit.field("seal"),
          act + new TreeMap<>(visit.typed()),
          () -> deed.by(Acting.of(visit.viewer(), matter)));
      visit.tells("portal.desk.done." + act);
      return "redirect:/cases/" + visit.id() + "/customer";
    } catch (Refusal refusal) {
      visit.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      Form form = Typed.refused(visit.typed(), visit.page().t(), refusal, FIELDS);
      return page(visit, matter, form, act, null);
    }
  }

  ModelAndView shown(Visit visit, SheetView.Held known) {
    return page(visit, cases.see(visit.id(), visit.viewer()), Form.blank(), "shown", known);
  }

  private ModelAndView page(
      Visit visit, Case matter, Form form, String act, SheetView.@Nullable Held known) {
    String checked = behind.identities.holds(matter.id(), visit.viewer()).orElse("");
    boolean work = permits.may(visit.viewer(), Permission.WORK_CASE, matter.scope());
    SheetView sheet =
        sheets.of(
            new Sheets.Look(
                matter.id(),
                "/cases/" + matter.id() + "/customer",
                purpose(visit),
                true,
                false,
                work && !checked.isEmpty(),
                sheets.filled(matter.id(), form),
                act,
                known));
    return new ModelAndView(
        "portal/desk",
        "v",
        new DeskView(
            visit.page(),
            matter.id(),
            sheet,
            work,
            checked,
            facts(visit, matter),
            links(visit, matter),
            behind.linkMail.address(matter).orElse(""),
            sheet.form()));
  }

  private List<Choice> facts(Visit visit, Case matter) {
    return behind.identities.facts(matter).stream()
        .map(f -> new Choice(f.code(), visit.page().t().say("portal.fact." + f.code()), f.answer()))
        .toList();
  }

  private List<DeskView.LinkLine> links(Visit visit, Case matter) {
    return behind.links.of(matter.id()).stream().map(l -> line(visit.page(), l)).toList();
  }

  private static DeskView.LinkLine line(Page page, Link link) {
    boolean opens = link.opensAt(page.now());
    String state =
        link.revokedAt() != null
            ? page.t().say("portal.desk.link.revoked", page.t().date(link.revokedAt()))
            : page.t()
                .say(
                    opens ? "portal.desk.link.opens" : "portal.desk.link.expired",
                    page.t().date(link.expiresAt()));
    return new DeskView.LinkLine(link.address(), state, opens);
  }

  private static String purpose(Visit visit) {
    return "desk " + visit.id() + " " + visit.viewer().id();
  }
}
