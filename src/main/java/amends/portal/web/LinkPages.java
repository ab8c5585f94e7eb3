package amends.portal.web;

import amends.portal.Acting;
import amends.portal.CustomerActs;
import amends.portal.Details;
import amends.portal.StepUp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * The customer's own page. Looking changes nothing: mail scanners and previews look too. Whoever
 * holds the link is let in for little: what is about money or address wants a code besides.
 */
@Controller
final class LinkPages {
  private final LinkDoor door;
  private final CustomerActs acts;
  private final Details details;
  private final StepUp stepUp;

  LinkPages(LinkDoor door, CustomerActs acts, Details details, StepUp stepUp) {
    this.door = door;
    this.acts = acts;
    this.details = details;
    this.stepUp = stepUp;
  }

  @GetMapping("/c/{token}")
  Object show(LinkDoor.Visit visit) {
    return door.show(visit);
  }

  @PostMapping("/c/{token}/words")
  Object write(
      LinkDoor.Visit visit,
      @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files) {
    return door.act(
        visit, "words", (by, it) -> acts.write(by, it.field("words"), Typed.files(files)));
  }

  @PostMapping("/c/{token}/call")
  Object call(LinkDoor.Visit visit) {
    return door.act(
        visit, "call", (by, it) -> acts.askCall(by, it.field("call_at"), it.field("call_number")));
  }

  @PostMapping("/c/{token}/representative")
  Object representative(LinkDoor.Visit visit) {
    return door.act(
        visit,
        "representative",
        (by, it) ->
            acts.represent(by, it.field("rep_name"), it.field("rep_reach"), it.field("rep_scope")));
  }

  @PostMapping("/c/{token}/reach")
  Object reach(LinkDoor.Visit visit) {
    return door.act(
        visit, "reach", (by, it) -> acts.reach(by, it.field("contact"), it.field("rhythm")));
  }

  @PostMapping("/c/{token}/right")
  Object right(LinkDoor.Visit visit) {
    return door.act(
        visit, "right", (by, it) -> acts.answer(by, it.field("right"), it.field("right_words")));
  }

  @PostMapping("/c/{token}/moment")
  Object choose(LinkDoor.Visit visit) {
    return door.act(visit, "moment", (by, it) -> acts.choose(by, it.field("moment")));
  }

  /** First step: a code is sent. */
  @PostMapping("/c/{token}/code")
  Object code(LinkDoor.Visit visit) {
    return door.act(
        visit,
        "code",
        (by, it) -> {
          acts.arrive(by);
          stepUp.send(by.matter(), by.actor());
        });
  }

  /** Second step: the code opens what it was asked for, once. */
  @PostMapping("/c/{token}/details")
  Object details(LinkDoor.Visit visit) {
    boolean show = visit.field("do").equals("show");
    return door.prove(
        visit,
        show ? "shown" : "details",
        by -> details.prove(by, visit.field("code")),
        (by, pass) -> {
          if (show) {
            return details.show(by, pass);
          }
          details.change(by, pass, visit.field("phone"), visit.field("address"));
          return null;
        });
  }

  /** They want the link to stop working. */
  @PostMapping("/c/{token}/end")
  Object end(LinkDoor.Visit visit) {
    return door.end(visit);
  }

  /** A link has run out: a new one goes to where this one was sent, if anywhere. */
  @PostMapping("/c/{token}/renewal")
  Object renew(LinkDoor.Visit visit) {
    return door.renew(visit);
  }

  @GetMapping("/c/{token}/files/{file}")
  Object file(LinkDoor.Visit visit, @PathVariable String file) {
    return door.file(visit, file);
  }

  /** What a proof opens, in one act. */
  interface Opened {
    Details.@Nullable Known by(Acting by, StepUp.@Nullable Pass pass);
  }

  /** One act on the page. */
  interface Deed {
    void by(Acting by, LinkDoor.Visit visit);
  }
}
