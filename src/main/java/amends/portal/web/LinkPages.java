package amends.portal.web;

import amends.portal.Acting;
import amends.portal.CustomerActs;
import amends.portal.Details;
import amends.portal.StepUp;
import amends.shared.page.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
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
  Object show(
      Page page,
      @PathVariable String token,
      @RequestParam Map<String, String> asked,
      HttpServletResponse response) {
    return door.show(new LinkDoor.Visit(page, token, asked, response));
  }

  @PostMapping("/c/{token}/words")
  Object write(
      Page page,
      @PathVariable String token,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
      HttpServletResponse response) {
    return door.act(
        new LinkDoor.Visit(page, token, typed, response),
        "words",
        (by, visit) -> acts.write(by, visit.field("words"), Typed.files(files)));
  }

  @PostMapping("/c/{token}/call")
  Object call(
      Page page,
      @PathVariable String token,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    return door.act(
        new LinkDoor.Visit(page, token, typed, response),
        "call",
        (by, visit) -> acts.askCall(by, visit.field("call_at"), visit.field("call_number")));
  }

  @PostMapping("/c/{token}/representative")
  Object representative(
      Page page,
      @PathVariable String token,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    return door.act(
        new LinkDoor.Visit(page, token, typed, response),
        "representative",
        (by, visit) ->
            acts.represent(
                by, visit.field("rep_name"), visit.field("rep_reach"), visit.field("rep_scope")));
  }

  @PostMapping("/c/{token}/reach")
  Object reach(
      Page page,
      @PathVariable String token,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    return door.act(
        new LinkDoor.Visit(page, token, typed, response),
        "reach",
        (by, visit) -> acts.reach(by, visit.field("contact"), visit.field("rhythm")));
  }

  @PostMapping("/c/{token}/right")
  Object right(
      Page page,
      @PathVariable String token,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    return door.act(
        new LinkDoor.Visit(page, token, typed, response),
        "right",
        (by, visit) -> acts.answer(by, visit.field("right"), visit.field("right_words")));
  }

  @PostMapping("/c/{token}/moment")
  Object choose(
      Page page,
      @PathVariable String token,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    return door.act(
        new LinkDoor.Visit(page, token, typed, response),
        "moment",
        (by, visit) -> acts.choose(by, visit.field("moment")));
  }

  /** First step: a code is sent. */
  @PostMapping("/c/{token}/code")
  Object code(
      Page page,
      @PathVariable String token,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    return door.act(
        new LinkDoor.Visit(page, token, typed, response),
        "code",
        (by, visit) -> {
          acts.arrive(by);
          stepUp.send(by.matter(), by.actor());
        });
  }

  /** Second step: the code opens what it was asked for, once. */
  @PostMapping("/c/{token}/details")
  Object details(
      Page page,
      @PathVariable String token,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    LinkDoor.Visit visit = new LinkDoor.Visit(page, token, typed, response);
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
  Object end(
      Page page,
      @PathVariable String token,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    return door.end(new LinkDoor.Visit(page, token, typed, response));
  }

  /** A link has run out: a new one goes to where this one was sent, if anywhere. */
  @PostMapping("/c/{token}/renewal")
  Object renew(
      Page page,
      @PathVariable String token,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    return door.renew(new LinkDoor.Visit(page, token, typed, response));
  }

  @GetMapping("/c/{token}/files/{file}")
  Object file(
      Page page,
      @PathVariable String token,
      @PathVariable String file,
      HttpServletResponse response) {
    return door.file(new LinkDoor.Visit(page, token, Map.of(), response), file);
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
