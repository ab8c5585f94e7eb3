package amends.cases.web;

import amends.cases.Field;
import amends.cases.Fields;
import amends.cases.RoutingRule;
import amends.cases.Tags;
import amends.goods.Goods;
import amends.goods.Product;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.staff.Skills;
import amends.staff.Staff;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A rule of routing as fields of a form, and back. */
@Component
final class RoutingForms {
  static final List<String> CHANNELS =
      List.of("email", "form", "phone", "letter", "shop", "sms", "chat", "social");
  static final List<String> NEEDS =
      List.of("any", "health", "life_events", "resilience", "capability");
  private static final List<String> LANGUAGES =
      List.of("en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "da", "nb", "fi", "cs", "tr");

  private final Staff staff;
  private final Skills skills;
  private final Fields fields;
  private final Goods goods;

  RoutingForms(Staff staff, Skills skills, Fields fields, Goods goods) {
    this.staff = staff;
    this.skills = skills;
    this.fields = fields;
    this.goods = goods;
  }

  RoutingRule read(Ask ask, long id, Voice t) {
    RoutingView.Lists lists = lists(t);
    return new RoutingRule(
        id,
        ask.field("name").strip().replaceAll("\\s+", " "),
        0,
        new RoutingRule.When(
            number(ask, "brand", lists.brands()),
            chosen(ask, "language", lists.languages()),
            chosen(ask, "channel", lists.channels()),
            ask.field("words").strip(),
            product(ask.field("product")),
            number(ask, "field", lists.fields()),
            ask.field("field").isBlank() ? "" : ask.field("field_value").strip(),
            chosen(ask, "need", lists.needs()),
            ask.field("harm").equals("yes"),
            tag(ask.field("tag"))),
        new RoutingRule.Then(
            number(ask, "team", lists.teams()),
            number(ask, "skill", lists.skills()),
            minutes(ask.field("minutes").strip())),
        false,
        false,
        ask.field("again").equals("yes"));
  }

  /** One tag as it is kept; "" for none. */
  static String tag(String typed) {
    List<String> read = Tags.read(typed);
    if (read.size() > 1) {
      throw new Refusal("tag", "cases.routing.refuse.tag");
    }
    return read.isEmpty() ? "" : read.getFirst();
  }

  private static @Nullable Integer minutes(String typed) {
    if (typed.isEmpty()) {
      return null;
    }
    if (!typed.matches("\\d{1,5}")
        || Integer.parseInt(typed) < 5
        || Integer.parseInt(typed) > 10_080) {
      throw new Refusal("minutes", "cases.routing.refuse.minutes");
    }
    return Integer.valueOf(typed);
  }

  @Nullable Long product(String typed) {
    if (typed.isBlank()) {
      return null;
    }
    return goods
        .product(typed.strip())
        .map(Product::id)
        .orElseThrow(() -> new Refusal("product", "cases.routing.refuse.product", typed.strip()));
  }

  static String chosen(Ask ask, String field, List<Choice> choices) {
    String value = ask.field(field);
    if (choices.stream().noneMatch(c -> c.value().equals(value))) {
      throw new Refusal(field, "cases.routing.refuse.choice");
    }
    return value;
  }

  static @Nullable Long number(Ask ask, String field, List<Choice> choices) {
    String value = chosen(ask, field, choices);
    return value.isEmpty() ? null : Long.valueOf(value);
  }

  static Map<String, String> values(RoutingRule rule, String product) {
    RoutingRule.When when = rule.when();
    Map<String, String> values = new HashMap<>();
    values.put("name", rule.name());
    values.put("brand", words(when.brandId()));
    values.put("language", when.language());
    values.put("channel", when.channel());
    values.put("words", when.words());
    values.put("product", product);
    values.put("field", words(when.fieldId()));
    values.put("field_value", when.fieldValue());
    values.put("need", when.need());
    values.put("harm", when.harm() ? "yes" : "");
    values.put("tag", when.tag());
    values.put("again", rule.again() ? "yes" : "");
    values.put("team", words(rule.then().teamId()));
    values.put("skill", words(rule.then().skillId()));
    values.put("minutes", words(rule.then().answerMinutes()));
    return values;
  }

  /** The number that shop and warehouse know it by. */
  String productNumber(@Nullable Long id) {
    return id == null ? "" : goods.product(id).map(Product::externalId).orElse("");
  }

  RoutingView.Lists lists(Voice t) {
    return new RoutingView.Lists(
        offered(t, staff.brands(), b -> b.id(), b -> b.name(), "cases.routing.any"),
        with(
            t.say("cases.routing.any"),
            LANGUAGES.stream().map(l -> Choice.of(l, Locale.of(l).getDisplayLanguage(t.locale())))),
        with(
            t.say("cases.routing.any"),
            CHANNELS.stream().map(c -> Choice.of(c, t.say("cases.routing.channel." + c)))),
        offered(t, fields.asked(), Field::id, Field::name, "cases.routing.any"),
        with(
            t.say("cases.routing.any"),
            NEEDS.stream().map(n -> Choice.of(n, t.say("cases.routing.need." + n)))),
        offered(
            t, staff.teams(), team -> team.id(), team -> team.name(), "cases.routing.team.same"),
        offered(t, skills.all(), Skills.Skill::id, Skills.Skill::name, "cases.routing.skill.none"));
  }

  private static <T> List<Choice> offered(
      Voice t, List<T> all, Function<T, Long> id, Function<T, String> name, String nothing) {
    return with(
        t.say(nothing),
        all.stream().map(each -> Choice.of(String.valueOf(id.apply(each)), name.apply(each))));
  }

  private static List<Choice> with(String nothing, Stream<Choice> choices) {
    List<Choice> all = new ArrayList<>();
    all.add(Choice.of("", nothing));
    choices.forEach(all::add);
    return all;
  }

  /** What a list calls this value. */
  static String called(List<Choice> choices, @Nullable Object value) {
    String code = Objects.toString(value, "");
    return choices.stream()
        .filter(c -> c.value().equals(code))
        .map(Choice::words)
        .findFirst()
        .orElse("");
  }

  private static String words(@Nullable Object value) {
    return value == null ? "" : String.valueOf(value);
  }
}
