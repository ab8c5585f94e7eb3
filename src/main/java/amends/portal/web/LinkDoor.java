package amends.portal.web;

import amends.cases.CustomerSide;
import amends.messages.Message;
import amends.messages.StoredFile;
import amends.messages.StoredMail;
import amends.portal.Acting;
import amends.portal.Details;
import amends.portal.Link;
import amends.portal.LinkMail;
import amends.portal.Links;
import amends.portal.PortalFiles;
import amends.portal.Seals;
import amends.portal.StepUp;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The way in by a link: shown, refused with everything that was typed, or done. */
@Component
final class LinkDoor {
  private static final Set<String> FIELDS =
      Set.of(
          "words",
          "files",
          "call_at",
          "call_number",
          "rep_name",
          "rep_reach",
          "rep_scope",
          "contact",
          "rhythm",
          "right",
          "right_words",
          "code",
          "phone",
          "address",
          "way",
          "choice_words",
          "choice_code",
          "stop_words",
          "stop_code");
  private static final Set<String> DONE =
      Set.of(
          "words",
          "call",
          "representative",
          "reach",
          "right",
          "code",
          "details",
          "choice",
          "choice-none",
          "choice-back",
          "stop");

  private final Links links;
  private final Room room;
  private final Sheets sheets;
  private final Seals seals;
  private final Acts acts;

  LinkDoor(Links links, Room room, Sheets sheets, Seals seals, Acts acts) {
    this.links = links;
    this.room = room;
    this.sheets = sheets;
    this.seals = seals;
    this.acts = acts;
  }

  /** What lies behind the door. */
  @Component
  static final class Room {
    private final CustomerSide customerSide;
    private final PortalFiles files;
    private final StoredMail stored;
    private final LinkMail linkMail;
    private final Texts texts;

    Room(
        CustomerSide customerSide,
        PortalFiles files,
        StoredMail stored,
        LinkMail linkMail,
        Texts texts) {
      this.customerSide = customerSide;
      this.files = files;
      this.stored = stored;
      this.linkMail = linkMail;
      this.texts = texts;
    }

    Voice english(Page page) {
      return texts.voice(page.t().locale(), page.t().zone());
    }
  }

  /** One request at the door. */
  record Visit(Page page, String token, Map<String, String> typed, HttpServletResponse response) {
    String field(String name) {
      return typed.getOrDefault(name, "");
    }

    /** A code was sent a moment ago: where it is entered stands open. */
    boolean sent() {
      return field("done").equals("code");
    }

    String what(String act) {
      return act + new TreeMap<>(typed);
    }

    String at() {
      return "/c/" + token;
    }
  }

  Object show(Visit visit) {
    return enter(visit, by -> page(visit, by, Form.blank(), visit.sent() ? "code" : "", null));
  }

  Object act(Visit visit, String act, LinkPages.Deed deed) {
    return enter(
        visit,
        by ->
            attempt(
                visit,
                by,
                act,
                () -> {
                  acts.run(() -> {
                    if (seals.use(purpose(by), visit.field("seal"), visit.what(act))) {
                      deed.by(by, visit);
                    }
                  });
                  return redirect(visit, act);
                }));
  }

  /** The proof is looked at before the act, so that a try counts also when the act is refused. */
  Object prove(
      Visit visit,
      String act,
      Function<Acting, StepUp.@Nullable Pass> proof,
      LinkPages.Opened opened) {
    return enter(
        visit,
        by ->
            attempt(
                visit,
                by,
                act,
                () -> {
                  StepUp.Pass pass = proof.apply(by);
                  Optional<Details.Known> known =
                      acts.call(() ->
                          seals.use(purpose(by), visit.field("seal"), visit.what(act))
                              ? Optional.ofNullable(opened.by(by, pass))
                              : Optional.empty());
                  return known
                      .map(k -> new SheetView.Held(k.phone(), k.address()))
                      .<Object>map(held -> page(visit, by, Form.blank(), act, held))
                      .orElseGet(() -> redirect(visit, act));
                }));
  }

  /** What was typed stays, and the page asks for what is missing: a code that is on its way. */
  Object asks(Visit visit, String act, LinkPages.Deed deed) {
    return enter(
        visit,
        by ->
            attempt(
                visit,
                by,
                act,
                () -> {
                  acts.run(() -> {
                    if (seals.use(purpose(by), visit.field("seal"), visit.what(act))) {
                      deed.by(by, visit);
                    }
                  });
                  return page(visit, by, Form.of(Typed.kept(visit.typed())), act, null);
                }));
  }

  Object end(Visit visit) {
    return enter(
        visit,
        by ->
            attempt(
                visit,
                by,
                "end",
                () -> {
                  acts.run(() -> {
                    seals.use(purpose(by), visit.field("seal"), "end");
                    links.revokeAll(by.matter().id(), by.actor());
                  });
                  return closed(visit, "revoked", HttpStatus.OK);
                }));
  }

  /** The answer is the same whatever the link was, so that it tells nothing. */
  Object renew(Visit visit) {
    links
        .find(visit.token())
        .ifPresent(
            link -> room.linkMail.renew(link, room.customerSide.file(link.caseId()).matter()));
    return closed(visit, "sent", HttpStatus.OK);
  }

  Object file(Visit visit, String file) {
    return enter(
        visit,
        by ->
            room.files.of(by.matter().id()).conversation().stream()
                .flatMap(m -> m.attachments().stream())
                .map(Message.Attachment::link)
                .filter(file::equals)
                .findFirst()
                .flatMap(room.stored::attachment)
                .<Object>map(LinkDoor::served)
                .orElseGet(() -> closed(visit, "unknown", HttpStatus.NOT_FOUND)));
  }

  private static Object served(StoredFile file) {
    return Download.of(file);
  }

  Object enter(Visit visit, Function<Acting, Object> in) {
    visit.response().setHeader("Referrer-Policy", "no-referrer");
    visit.response().setHeader("X-Robots-Tag", "noindex, nofollow");
    Optional<Link> link = links.find(visit.token());
    if (link.isEmpty()) {
      return closed(visit, "unknown", HttpStatus.NOT_FOUND);
    }
    if (!link.get().opensAt(visit.page().now())) {
      boolean revoked = link.get().revokedAt() != null;
      return closed(visit, revoked ? "revoked" : "expired", HttpStatus.GONE);
    }
    return in.apply(Acting.by(link.get(), room.customerSide.file(link.get().caseId()).matter()));
  }

  /** Done once for a seal and what was typed. */
  boolean once(Visit visit, Acting by, String act, Runnable deed) {
    return acts.call(() -> {
      boolean fresh = seals.use(purpose(by), visit.field("seal"), visit.what(act));
      if (fresh) {
        deed.run();
      }
      return fresh;
    });
  }

  private interface Attempt {
    Object make();
  }

  private Object attempt(Visit visit, Acting by, String act, Attempt attempt) {
    try {
      return attempt.make();
    } catch (Refusal refusal) {
      visit.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      Voice t = voice(by);
      return page(visit, by, Typed.refused(visit.typed(), t, refusal, FIELDS), act, null);
    }
  }

  private ModelAndView page(
      Visit visit, Acting by, Form form, String act, SheetView.@Nullable Held known) {
    long id = by.matter().id();
    Link link = java.util.Objects.requireNonNull(by.link());
    boolean whole = link.customerId() == by.matter().customerId();
    SheetView sheet =
        sheets.of(
            new Sheets.Look(
                id,
                visit.at(),
                purpose(by),
                false,
                whole,
                true,
                sheets.filled(id, form),
                act,
                known));
    String done = visit.field("done");
    return new ModelAndView(
        "portal/page",
        "v",
        new LinkView(
            visit.page(),
            sheet,
            DONE.contains(done) && !form.isRefused() ? sheet.t().say("portal.done." + done) : "",
            sheet.t().date(link.expiresAt())));
  }

  private ModelAndView closed(Visit visit, String why, HttpStatus status) {
    visit.response().setHeader("Referrer-Policy", "no-referrer");
    visit.response().setHeader("X-Robots-Tag", "noindex, nofollow");
    visit.response().setStatus(status.value());
    return new ModelAndView(
        "portal/closed",
        "v",
        new ClosedView(visit.page(), room.english(visit.page()), why, visit.at()));
  }

  Voice voice(Acting by) {
    var customer = room.files.of(by.matter().id()).customer();
    return room.texts.voice(customer.locale(), customer.zone());
  }

  static String purpose(Acting by) {
    return "c " + java.util.Objects.requireNonNull(by.link()).id();
  }

  private static String redirect(Visit visit, String act) {
    return "redirect:" + visit.at() + "?done=" + act + (act.equals("code") ? "#details" : "#done");
  }
}
