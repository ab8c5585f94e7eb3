package amends.cases.web;

import amends.goods.Goods;
import amends.promises.Guarantee;
import amends.shared.Countries;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** To whom a standing promise is given, finer than its brand, as it was typed. */
@Component
final class GuaranteeOnly {
  private static final List<String> CHANNELS =
      List.of("email", "form", "phone", "letter", "shop", "sms", "chat", "social");
  private static final int MOST = 50;

  private final Goods goods;

  GuaranteeOnly(Goods goods) {
    this.goods = goods;
  }

  static List<Choice> channels(Voice t) {
    return CHANNELS.stream()
        .map(c -> Choice.of("channel_" + c, t.say("cases.routing.channel." + c)))
        .toList();
  }

  /**
   * @throws Refusal of the field that names something that there is not
   */
  Guarantee.Only read(Ask ask) {
    Set<String> products = new TreeSet<>();
    Set<String> makers = new TreeSet<>();
    for (String named : list(ask, "products")) {
      if (goods.product(named).isPresent()) {
        products.add(named);
      } else {
        Optional<String> maker = goods.maker(named);
        makers.add(
            maker.orElseThrow(
                () -> new Refusal("products", "cases.guarantee.refuse.product", named)));
      }
    }
    return new Guarantee.Only(
        countries(ask, ask.page().t().locale()),
        CHANNELS.stream()
            .filter(c -> !ask.field("channel_" + c).isBlank())
            .collect(Collectors.toSet()),
        products,
        makers);
  }

  private static Set<String> countries(Ask ask, Locale language) {
    return list(ask, "countries").stream()
        .map(named ->
            Countries.read(named, language)
                .orElseThrow(
                    () -> new Refusal("countries", "cases.guarantee.refuse.country", named)))
        .collect(Collectors.toSet());
  }

  private static Set<String> list(Ask ask, String field) {
    Set<String> named =
        Arrays.stream(ask.field(field).split("[,;\\n]", -1))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (named.size() > MOST) {
      throw new Refusal(field, "cases.guarantee.refuse.many", MOST);
    }
    return named;
  }
}
