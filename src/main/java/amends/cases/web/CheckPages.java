package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.shared.Texts;
import amends.staff.Viewer;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reads along while somebody writes; changes nothing. Posted, so that no text stands in a log. */
@Controller
final class CheckPages {
  private final Cases cases;
  private final Checking checking;
  private final Texts texts;
  private final InstantSource clock;

  CheckPages(Cases cases, Checking checking, Texts texts, InstantSource clock) {
    this.cases = cases;
    this.checking = checking;
    this.texts = texts;
    this.clock = clock;
  }

  @PostMapping("/cases/{id}/checks")
  ModelAndView check(
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(name = "nothing_more", defaultValue = "") String nothing) {
    Case matter = cases.see(id, viewer);
    Checking.Typing typing = new Checking.Typing(text, by, nothing.equals("yes"));
    return new ModelAndView(
        "cases/findings",
        "v",
        checking.check(
            matter, texts.voice(viewer.locale(), viewer.zone()), clock.instant(), typing));
  }
}
