package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.Undertaken;
import amends.customers.Customers;
import amends.promises.Undertaking;
import amends.shared.Acts;
import amends.shared.Texts;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One case, and how what is typed for "by when" is understood. */
@Controller
final class CasePages {
  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final CasePage casePage;
  private final Typing typing;
  private final Undertaken undertaken;
  private final Acts acts;

  CasePages(CasePage casePage, Typing typing, Undertaken undertaken, Acts acts) {
    this.casePage = casePage;
    this.typing = typing;
    this.undertaken = undertaken;
    this.acts = acts;
  }

  @GetMapping("/cases/{id}")
  ModelAndView show(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String compose,
      @RequestParam(defaultValue = "") String rests) {
    Ask ask = Ask.of(page, viewer, id);
    return acts.read(
        () -> casePage.shown(ask, compose, rests.isEmpty() ? Form.blank() : resting(ask, rests)));
  }

  /** What somebody else undertook, offered as the promise to the customer. */
  private Form resting(Ask ask, String word) {
    Undertaking undertaking = undertaken.undertaking(ask.id(), Ask.number(word), ask.viewer());
    // To the minute in which it is done, never before it.
    Instant by = undertaking.dueAt().plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
    return Form.of(
        Map.of(
            "rests",
            word,
            "next",
            undertaking.words(),
            "by",
            TYPED.format(by.atZone(ask.page().t().zone()))));
  }

  /**
   * What of the page has changed.
   *
   * @param have the marks of the parts that the page has, with dashes between
   */
  @GetMapping("/cases/{id}/parts")
  ModelAndView parts(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String have) {
    return acts.read(() -> casePage.parts(Ask.of(page, viewer, id), have));
  }

  @GetMapping("/cases/{id}/next-read")
  ModelAndView nextRead(
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String next,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(name = "nothing_more", defaultValue = "") String nothing) {
    Reader.Said said = new Reader.Said(next, by, nothing.equals("yes"), done);
    return new ModelAndView("cases/nextread", "v", typing.read(id, viewer, said));
  }

  /** Reads while somebody types; needs no frame of a page, so it counts nothing. */
  @Component
  static final class Typing {
    private final Texts texts;
    private final InstantSource clock;
    private final Reader reader;
    private final Cases cases;
    private final Customers customers;

    Typing(Texts texts, InstantSource clock, Reader reader, Cases cases, Customers customers) {
      this.texts = texts;
      this.clock = clock;
      this.reader = reader;
      this.cases = cases;
      this.customers = customers;
    }

    NextRead read(long id, Viewer viewer, Reader.Said said) {
      Case matter = cases.see(id, viewer);
      Reader.For whom = new Reader.For(matter, customers.customer(matter.customerId()));
      return reader.read(texts.voice(viewer.locale(), viewer.zone()), clock.instant(), whom, said);
    }
  }
}
