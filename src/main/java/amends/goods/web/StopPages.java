package amends.goods.web;

import amends.goods.NewStop;
import amends.goods.StopMark;
import amends.goods.StopMarks;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Person;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What must not leave any more: everybody reads it, leads set and lift it. */
@Controller
final class StopPages {
  private static final int MOST = 100;

  private final StopMarks stops;
  private final Permits permits;
  private final Staff staff;

  StopPages(StopMarks stops, Permits permits, Staff staff) {
    this.stops = stops;
    this.permits = permits;
    this.staff = staff;
  }

  @GetMapping("/stops")
  ModelAndView show(Page page, Viewer viewer) {
    permits.require(viewer, Permission.SEE_CUSTOMERS);
    return page(page, viewer, Form.blank(), 0);
  }

  @PostMapping("/stops")
  ModelAndView set(
      Page page, Viewer viewer, @RequestParam Map<String, String> typed, RedirectAttributes next) {
    permits.require(viewer, Permission.STOP_GOODS);
    try {
      stops.set(
          new NewStop(
              field(typed, "product"),
              orNull(field(typed, "lot")),
              orNull(field(typed, "serial")),
              StopMark.Reason.of(field(typed, "reason")),
              field(typed, "words"),
              field(typed, "evidence")),
          viewer.actor());
    } catch (Refusal refusal) {
      return refused(page, viewer, typed, refusal, 0);
    }
    next.addFlashAttribute(Pages.FLASH, page.t().say("goods.stops.done"));
    return new ModelAndView("redirect:/stops");
  }

  @PostMapping("/stops/{id}/lifting")
  ModelAndView lift(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    permits.require(viewer, Permission.STOP_GOODS);
    StopMark mark = stops.get(id);
    try {
      stops.lift(mark.id(), field(typed, "lift_words"), viewer.actor());
    } catch (Refusal refusal) {
      return refused(
          page, viewer, typed, new Refusal("lift_words", refusal.key(), refusal.args()), mark.id());
    }
    next.addFlashAttribute(Pages.FLASH, page.t().say("goods.stops.lift.done"));
    return new ModelAndView("redirect:/stops");
  }

  private ModelAndView refused(
      Page page, Viewer viewer, Map<String, String> typed, Refusal refusal, long lifting) {
    String field = typed.containsKey(refusal.field()) ? refusal.field() : "";
    Form form = Form.of(typed).refused(field, page.t().say(refusal));
    ModelAndView again = page(page, viewer, form, lifting);
    again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return again;
  }

  private static String field(Map<String, String> typed, String name) {
    return typed.getOrDefault(name, "").strip();
  }

  private static @Nullable String orNull(String typed) {
    return typed.isEmpty() ? null : typed;
  }

  private ModelAndView page(Page page, Viewer viewer, Form form, long lifting) {
    List<StopMark> all = stops.all(MOST);
    Voice t = page.t();
    return new ModelAndView(
        "goods/stops",
        "v",
        new StopsView(
            page,
            permits.may(viewer, Permission.STOP_GOODS),
            all.stream().filter(StopMark::stands).map(mark -> row(page, mark)).toList(),
            all.stream().filter(mark -> !mark.stands()).map(mark -> row(page, mark)).toList(),
            form,
            Arrays.stream(StopMark.Reason.values())
                .map(reason ->
                    Choice.of(reason.code(), t.say("goods.stops.reason." + reason.code())))
                .toList(),
            lifting));
  }

  private StopsView.Row row(Page page, StopMark mark) {
    Voice t = page.t();
    StopMark.Lift lift = mark.lift();
    return new StopsView.Row(
        mark.id(),
        mark.name(),
        t.say("goods.stops.of." + mark.of().kind()),
        t.say("goods.stops.reason." + mark.reason().code()),
        mark.words(),
        mark.evidence(),
        t.say("goods.stops.set", who(t, mark.setBy()), t.at(mark.setAt(), page.now())),
        lift == null
            ? ""
            : t.say(
                "goods.stops.lifted.by",
                who(t, lift.by()),
                t.at(lift.at(), page.now()),
                lift.words()));
  }

  private String who(Voice t, Actor actor) {
    return actor.isPerson()
        ? staff.find(actor.id()).map(Person::name).orElse(t.say("goods.stops.somebody"))
        : t.say("goods.stops.program");
  }
}
