package amends.cases.web;

import amends.cases.Forewarnings;
import amends.cases.Forewarnings.Notice;
import amends.cases.Forewarnings.Prepared;
import amends.messages.Way;
import amends.promises.Risks;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tell the customers now: every notice that one cause asks for, looked at once, sent in one go. */
@Controller
final class DangerPages {
  private static final List<String> LATER = List.of("1", "2", "4", "24", "48", "72", "168");

  private final Forewarnings forewarnings;
  private final Acting acting;
  private final Offers offers;
  private final DangerWords words;

  DangerPages(Forewarnings forewarnings, Acting acting, Offers offers, DangerWords words) {
    this.forewarnings = forewarnings;
    this.acting = acting;
    this.offers = offers;
    this.words = words;
  }

  @GetMapping("/promises/dangers/{kind}/{id}")
  ModelAndView show(Ask ask, @PathVariable String kind) {
    Risks.Kind danger = kind(kind);
    List<String> promised =
        forewarnings
            .prepared(danger, ask.id(), new Notice("", "", null, later("24")), ask.viewer())
            .stream()
            .map(Prepared::words)
            .toList();
    Form form = Form.of(Map.of("why", words.why(ask.page().t(), danger, promised), "later", "24"));
    return page(ask, danger, form, null);
  }

  @PostMapping("/promises/dangers/{kind}/{id}")
  ModelAndView tell(
      Ask ask,
      RedirectAttributes next,
      @PathVariable String kind,
      @RequestParam(defaultValue = "") List<String> pick) {
    Risks.Kind danger = kind(kind);
    Set<Long> chosen = Set.copyOf(Chosen.numbers(pick));
    if (ask.field("look").equals("yes")) {
      return looked(ask, danger, chosen);
    }
    Forewarnings.Told[] told = new Forewarnings.Told[1];
    Acting.Act act =
        () -> {
          told[0] = forewarnings.tell(danger, ask.id(), notice(ask), chosen, ask.viewer());
          return told[0].left().isEmpty() ? "cases.danger.done" : "cases.danger.done.some";
        };
    return acting.act(
        ask,
        next,
        act,
        Acting.way("/promises?state=danger", form -> page(ask, danger, form, chosen)));
  }

  private ModelAndView looked(Ask ask, Risks.Kind danger, Set<Long> chosen) {
    try {
      notice(ask);
      return page(ask, danger, Form.of(ask.typed()), chosen);
    } catch (Refusal refusal) {
      return page(ask, danger, Typed.refused(ask, refusal), chosen);
    }
  }

  private static Risks.Kind kind(String code) {
    return Arrays.stream(Risks.Kind.values())
        .filter(k -> k.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.of("page", 0)));
  }

  private static Notice notice(Ask ask) {
    return new Notice(
        ask.field("why"),
        ask.field("instead"),
        Typed.moment(ask, "by"),
        later(ask.field("later")),
        Stream.of("other1", "other2", "other3")
            .map(field -> Typed.moment(ask, field))
            .filter(Objects::nonNull)
            .distinct()
            .toList());
  }

  private static Duration later(String hours) {
    return Duration.ofHours(LATER.contains(hours) ? Long.parseLong(hours) : 24);
  }

  /**
   * @param chosen who is ticked; null for everybody
   */
  private ModelAndView page(Ask ask, Risks.Kind danger, Form form, @Nullable Set<Long> chosen) {
    Notice notice = shown(ask, form);
    List<Prepared> prepared = forewarnings.prepared(danger, ask.id(), notice, ask.viewer());
    if (prepared.isEmpty()) {
      throw new NotFound(Subject.of("danger", ask.id()));
    }
    Map<Boolean, List<DangerView.Notice>> sorted =
        prepared.stream()
            .map(p -> line(ask, p, chosen == null || chosen.contains(p.promise())))
            .collect(Collectors.partitioningBy(n -> n.hindrance().isEmpty()));
    Voice t = ask.page().t();
    DangerView view =
        new DangerView(
            ask.page(),
            "/promises/dangers/" + danger.code() + "/" + ask.id(),
            cause(ask, danger),
            acting.withToken(form),
            LATER.stream().map(h -> Choice.of(h, t.say("cases.danger.later." + h))).toList(),
            offers.moments(t, ask.page().now()),
            sorted.getOrDefault(true, List.of()),
            sorted.getOrDefault(false, List.of()));
    return new ModelAndView("cases/danger", "v", view);
  }

  /** What cannot be read yet is shown with the usual delay. */
  private static Notice shown(Ask ask, Form form) {
    Map<String, String> fields = new HashMap<>(form.values());
    Ask typed = new Ask(ask.page(), ask.viewer(), ask.id(), fields);
    try {
      return notice(typed);
    } catch (Refusal unreadable) {
      List.of("by", "other1", "other2", "other3").forEach(fields::remove);
      return notice(typed);
    }
  }

  private String cause(Ask ask, Risks.Kind danger) {
    return Stream.concat(
            forewarnings.causes(ask.viewer()).stream()
                .filter(c -> c.kind() == danger && c.source() == ask.id())
                .map(c -> words.cause(ask.page(), c)),
            Stream.of(words.title(ask.page().t(), danger, "")))
        .findFirst()
        .orElseThrow();
  }

  private static String way(Voice t, @Nullable Way way) {
    return way == null ? "" : t.say("cases.way." + way.medium().code(), way.address());
  }

  private static DangerView.Notice line(Ask ask, Prepared prepared, boolean ticked) {
    Voice t = ask.page().t();
    String hindrance = prepared.hindrance();
    String telephone = prepared.telephone();
    String against = hindrance == null ? "" : t.say(hindrance);
    return new DangerView.Notice(
        prepared,
        t.say(
            "cases.danger.head",
            prepared.customer(),
            t.at(prepared.dueAt(), ask.page().now()),
            t.at(prepared.anew(), ask.page().now())),
        way(t, prepared.way()),
        telephone == null ? against : t.say("cases.danger.ring", against, telephone),
        ticked);
  }
}
