package amends.cases.web;

import amends.cases.About;
import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.Lands;
import amends.cases.Tags;
import amends.goods.Goods;
import amends.shared.Countries;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.staff.Permission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a case is about: what they ask for, how they feel, which order and which unit. */
@Controller
final class AboutPages implements Deed {
  private final Cases cases;
  private final ActPage actPage;
  private final Matters matters;
  private final Goods goods;
  private final Tags tags;

  AboutPages(Cases cases, ActPage actPage, Matters matters, Goods goods, Tags tags) {
    this.cases = cases;
    this.actPage = actPage;
    this.matters = matters;
    this.goods = goods;
    this.tags = tags;
  }

  @GetMapping("/cases/{id}/about")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/about")
  ModelAndView understand(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public String act(Ask ask) {
    cases.understand(ask.id(), about(ask), ask.viewer());
    if (ask.typed().containsKey("country")) {
      String country = Matters.country(ask.field("country"), ask.page().t().locale());
      matters.lands().say(ask.id(), country, ask.viewer());
    }
    if (ask.typed().containsKey("tags")) {
      tags.set(ask.id(), Tags.read(ask.field("tags")), ask.viewer());
    }
    return "cases.done.about";
  }

  private About about(Ask ask) {
    return new About(
        Typed.orNull(ask.field("asks")),
        Typed.orNull(ask.field("mood")),
        matters.order(ask.field("order")),
        matters.unit(ask.field("unit")));
  }

  @Override
  public Form offered(Ask ask, Case matter) {
    Map<String, String> values = new HashMap<>();
    values.put("asks", Objects.requireNonNullElse(matter.asks(), ""));
    values.put("mood", Objects.requireNonNullElse(matter.mood(), ""));
    Long order = matter.orderId();
    Long unit = matter.unitId();
    values.put("order", order == null ? "" : goods.order(order).externalId());
    values.put("unit", unit == null ? "" : goods.unit(unit).serial());
    Lands.Known land = matters.lands().of(matter.id());
    values.put("country", land.from() == Lands.From.SAID ? named(ask, land) : "");
    values.put("tags", String.join(", ", tags.of(matter.id())));
    return Form.of(values);
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    List<Choice> moods =
        Stream.of("", "angry", "afraid", "letdown", "calm", "relieved")
            .map(m ->
                Choice.of(
                    m,
                    ask.page().t().say(m.isEmpty() ? "cases.about.mood.none" : "shared.mood." + m)))
            .toList();
    return new Sheet("about", land(ask, matter), moods);
  }

  /** In which country it is without a word of ours; "" where somebody said it. */
  private String land(Ask ask, Case matter) {
    Lands.Known land = matters.lands().of(matter.id());
    return land.from() == Lands.From.SAID
        ? ""
        : ask.page().t().say("cases.about.country." + land.from().code(), named(ask, land));
  }

  private static String named(Ask ask, Lands.Known land) {
    String country = land.country();
    return country == null ? "" : Countries.named(country, ask.page().t().locale());
  }
}
