package amends.cases.web;

import amends.cases.CallDrafts;
import amends.cases.Calls;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking a call: who it is, what they say, what they are promised, all on one page. */
@Controller
final class CallPages {
  private static final String HERE = "redirect:/calls/new";

  private final Permits permits;
  private final CallTaker taker;
  private final CallDrafts drafts;
  private final CallSheet sheet;
  private final CallEnd end;

  CallPages(Permits permits, CallSheet sheet, CallTaker taker, CallDrafts drafts, CallEnd end) {
    this.permits = permits;
    this.taker = taker;
    this.drafts = drafts;
    this.sheet = sheet;
    this.end = end;
  }

  @GetMapping("/calls/new")
  ModelAndView show(Ask ask) {
    permits.require(ask.viewer(), Permission.OPEN_CASE);
    Optional<CallDrafts.Kept> begun = drafts.of(ask.viewer());
    Form form = begun.map(k -> Form.of(k.fields())).orElseGet(Form::blank);
    String kept =
        begun
            .map(k -> ask.page().t().say("cases.take.kept", ask.page().t().clockTime(k.savedAt())))
            .orElse("");
    return sheet.shown(ask, form, kept);
  }

  @GetMapping("/calls/found")
  ModelAndView found(Ask ask) {
    permits.require(ask.viewer(), Permission.OPEN_CASE);
    CallView view = sheet.view(ask, Form.of(ask.typed()), "");
    return new ModelAndView("cases/callfound", "v", view);
  }

  @GetMapping("/calls/known")
  ModelAndView known(Ask ask) {
    permits.require(ask.viewer(), Permission.OPEN_CASE);
    CallView view = sheet.view(ask, Form.of(ask.typed()), "");
    return new ModelAndView("cases/callknown", "v", view);
  }

  @PostMapping("/calls/drafts")
  Object keep(Ask ask, @RequestHeader(name = "HX-Request", defaultValue = "") String typing) {
    permits.require(ask.viewer(), Permission.OPEN_CASE);
    try {
      var at = drafts.save(ask.typed(), ask.viewer());
      String words = ask.page().t().say("cases.take.kept", ask.page().t().clockTime(at));
      return typing.isEmpty() ? new ModelAndView(HERE) : plain(words);
    } catch (Refusal refusal) {
      return typing.isEmpty() ? refused(ask, refusal) : plain(ask.page().t().say(refusal));
    }
  }

  private static ResponseEntity<String> plain(String words) {
    return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(words);
  }

  @PostMapping("/calls/drafts/discarding")
  ModelAndView discard(Ask ask, RedirectAttributes next) {
    permits.require(ask.viewer(), Permission.OPEN_CASE);
    drafts.forget(ask.viewer());
    next.addFlashAttribute(Pages.FLASH, ask.page().t().say("cases.draft.discarded"));
    return new ModelAndView(HERE);
  }

  @PostMapping("/calls")
  ModelAndView take(Ask ask, RedirectAttributes next) {
    permits.require(ask.viewer(), Permission.OPEN_CASE);
    try {
      Calls.Taken taken = taker.take(ask).orElse(null);
      next.addFlashAttribute(Pages.FLASH, ask.page().t().say(done(taken)));
      return new ModelAndView("redirect:" + end.after(ask, taken));
    } catch (Refusal refusal) {
      return refused(ask, refusal);
    }
  }

  private static String done(Calls.@Nullable Taken taken) {
    return taken == null
        ? "cases.done.already"
        : taken.confirms() ? "cases.take.done.confirms" : "cases.take.done";
  }

  private ModelAndView refused(Ask ask, Refusal refusal) {
    ModelAndView again = sheet.shown(ask, Typed.refused(ask, refusal), "");
    again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return again;
  }

  @GetMapping("/cases/{id}/calls/words")
  ModelAndView words(Ask ask) {
    return end.words(ask);
  }
}
