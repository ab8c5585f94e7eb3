package amends.cases.web;

import amends.cases.Case;
import amends.cases.Undertaken;
import amends.promises.Undertaking;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Clock;
import amends.shared.page.Pages;
import amends.staff.Person;
import amends.staff.Staff;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asked of you: what colleagues want to promise to customers and you would do. */
@Controller
final class AskedPages {
  private static final Duration SOON = Duration.ofHours(2);

  private final Undertaken undertaken;
  private final Staff staff;

  AskedPages(Undertaken undertaken, Staff staff) {
    this.undertaken = undertaken;
    this.staff = staff;
  }

  @GetMapping("/undertakings")
  ModelAndView show(Ask ask) {
    return page(ask, null);
  }

  @PostMapping("/undertakings/{id}/acceptance")
  ModelAndView accept(Ask ask, RedirectAttributes next) {
    return acted(
        ask, next, "cases.asked.accepted", () -> undertaken.accept(ask.id(), ask.viewer()));
  }

  @PostMapping("/undertakings/{id}/refusal")
  ModelAndView decline(Ask ask, RedirectAttributes next) {
    return acted(
        ask,
        next,
        "cases.asked.declined",
        () -> undertaken.decline(ask.id(), ask.field("reason"), ask.viewer()));
  }

  @PostMapping("/undertakings/{id}/done")
  ModelAndView done(Ask ask, RedirectAttributes next) {
    return acted(ask, next, "cases.asked.done", () -> undertaken.doneByMe(ask.id(), ask.viewer()));
  }

  private ModelAndView acted(Ask ask, RedirectAttributes next, String done, Runnable act) {
    try {
      act.run();
    } catch (Refusal refusal) {
      ModelAndView again = page(ask, refusal);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    next.addFlashAttribute(Pages.FLASH, ask.page().t().say(done));
    return new ModelAndView("redirect:/undertakings");
  }

  private ModelAndView page(Ask ask, @Nullable Refusal refusal) {
    List<Undertaken.Mine> mine = undertaken.mine(ask.viewer());
    Set<Long> askers =
        mine.stream().map(m -> m.undertaking().askedBy()).collect(Collectors.toSet());
    Map<Long, String> names =
        staff.people(askers).stream().collect(Collectors.toMap(Person::id, Person::name));
    Map<Boolean, List<AskedView.Row>> rows =
        mine.stream()
            .collect(
                Collectors.partitioningBy(
                    m -> m.undertaking().asked(),
                    Collectors.mapping(m -> row(ask, m, names, refusal), Collectors.toList())));
    return new ModelAndView(
        "cases/asked",
        "v",
        new AskedView(
            ask.page(), rows.getOrDefault(true, List.of()), rows.getOrDefault(false, List.of())));
  }

  private static AskedView.Row row(
      Ask ask, Undertaken.Mine mine, Map<Long, String> names, @Nullable Refusal refusal) {
    Voice t = ask.page().t();
    Undertaking asked = mine.undertaking();
    Case matter = mine.matter();
    boolean refused = refusal != null && asked.id() == ask.id();
    return new AskedView.Row(
        asked.id(),
        asked.words(),
        t.say(
            "cases.asked.by",
            names.getOrDefault(asked.askedBy(), t.say("cases.somebody")),
            t.at(asked.askedAt(), ask.page().now())),
        Clock.running(t, asked.dueAt(), ask.page().now(), SOON),
        matter == null
            ? null
            : t.say("cases.asked.case", String.valueOf(matter.id()), matter.subject()),
        matter == null ? null : "/cases/" + matter.id(),
        refused && refusal != null ? t.say(refusal) : null,
        refused ? ask.field("reason") : "");
  }
}
