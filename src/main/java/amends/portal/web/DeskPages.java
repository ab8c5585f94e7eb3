package amends.portal.web;

import amends.portal.CustomerActs;
import amends.portal.Decisions;
import amends.portal.Details;
import amends.portal.Identities;
import amends.portal.LinkMail;
import amends.portal.Links;
import amends.shared.Refusal;
import amends.staff.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a customer's page does, by a colleague's hand, for those who phone or write a letter. */
@Controller
final class DeskPages {
  private final DeskDoor door;
  private final CustomerActs acts;
  private final Details details;
  private final Identities identities;
  private final LinksToo links;

  DeskPages(
      DeskDoor door, CustomerActs acts, Details details, Identities identities, LinksToo links) {
    this.door = door;
    this.acts = acts;
    this.details = details;
    this.identities = identities;
    this.links = links;
  }

  /** What a colleague alone can do. */
  @Component
  static final class LinksToo {
    private final Links links;
    private final LinkMail mail;
    private final Decisions decisions;

    LinksToo(Links links, LinkMail mail, Decisions decisions) {
      this.links = links;
      this.mail = mail;
      this.decisions = decisions;
    }
  }

  @GetMapping("/cases/{id}/customer")
  Object show(DeskDoor.Visit visit) {
    return door.show(visit);
  }

  @PostMapping("/cases/{id}/customer/identity")
  Object identity(
      DeskDoor.Visit visit,
      @RequestParam(name = "fact", required = false) @Nullable List<String> facts) {
    return door.act(
        visit,
        "identity",
        by ->
            identities.check(
                by.matter(),
                visit.field("way"),
                Optional.ofNullable(facts).orElseGet(List::of),
                visit.viewer()));
  }

  @PostMapping("/cases/{id}/customer/words")
  Object write(DeskDoor.Visit visit) {
    return door.act(visit, "words", by -> acts.write(by, visit.field("words"), List.of()));
  }

  @PostMapping("/cases/{id}/customer/call")
  Object call(DeskDoor.Visit visit) {
    return door.act(
        visit, "call", by -> acts.askCall(by, visit.field("call_at"), visit.field("call_number")));
  }

  @PostMapping("/cases/{id}/customer/representative")
  Object representative(DeskDoor.Visit visit) {
    return door.act(
        visit,
        "representative",
        by ->
            acts.represent(
                by, visit.field("rep_name"), visit.field("rep_reach"), visit.field("rep_scope")));
  }

  @PostMapping("/cases/{id}/customer/reach")
  Object reach(DeskDoor.Visit visit) {
    return door.act(
        visit, "reach", by -> acts.reach(by, visit.field("contact"), visit.field("rhythm")));
  }

  @PostMapping("/cases/{id}/customer/right")
  Object right(DeskDoor.Visit visit) {
    return door.act(
        visit, "right", by -> acts.answer(by, visit.field("right"), visit.field("right_words")));
  }

  @PostMapping("/cases/{id}/customer/moment")
  Object choose(DeskDoor.Visit visit) {
    return door.act(visit, "moment", by -> acts.choose(by, visit.field("moment")));
  }

  @PostMapping("/cases/{id}/customer/details")
  Object details(DeskDoor.Visit visit) {
    AtomicReference<Details.@Nullable Known> shown = new AtomicReference<>();
    Object answer =
        door.act(
            visit,
            "details",
            by -> {
              var pass = details.prove(by, "");
              if (visit.field("do").equals("show")) {
                shown.set(details.show(by, pass));
              } else {
                details.change(by, pass, visit.field("phone"), visit.field("address"));
              }
            });
    Details.Known known = shown.get();
    return known == null
        ? answer
        : door.shown(visit, new SheetView.Held(known.phone(), known.address()));
  }

  @PostMapping("/cases/{id}/customer/requests/{number}")
  Object decide(DeskDoor.Visit visit, @PathVariable long number) {
    Viewer viewer = visit.viewer();
    AtomicBoolean told = new AtomicBoolean(true);
    Object answer =
        door.act(
            visit,
            "decided",
            by -> {
              switch (visit.field("do")) {
                case "accept" -> links.decisions.accept(by.matter(), number, viewer);
                case "confirm" ->
                    told.set(
                        links.decisions.confirm(by.matter(), number, Confirming.of(visit), viewer));
                case "decline" ->
                    told.set(
                        links.decisions.decline(by.matter(), number, visit.field("why"), viewer));
                default -> throw new Refusal("why", "portal.refusal.decision");
              }
            });
    if (!told.get()) {
      visit.tells("portal.desk.done.decided.untold");
    }
    return answer;
  }

  @PostMapping("/cases/{id}/customer/links")
  Object link(DeskDoor.Visit visit) {
    return door.act(visit, "link", by -> links.mail.sendAnew(by.matter(), visit.viewer().actor()));
  }

  @PostMapping("/cases/{id}/customer/links/end")
  Object endLinks(DeskDoor.Visit visit) {
    return door.act(
        visit, "ended", by -> links.links.revokeAll(by.matter().id(), visit.viewer().actor()));
  }
}
