package amends.cases;

import amends.promises.Guarantee;
import amends.shared.Countries;
import amends.shared.Texts.Voice;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** To whom a standing promise is given, finer than its brand, in words for everybody. */
public final class GuaranteeLimits {
  private GuaranteeLimits() {}

  /** "Only in France and Germany", one sentence for each limit; none where it is given to all. */
  public static List<String> said(Voice t, Guarantee one) {
    Guarantee.Only only = one.only();
    return Stream.of(
            said(t, "countries", only.countries(), code -> Countries.named(code, t.locale())),
            said(t, "channels", only.channels(), code -> t.say("cases.routing.channel." + code)),
            said(t, "products", only.products(), code -> code),
            said(t, "makers", only.makers(), name -> name))
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }

  private static String said(
      Voice t, String limit, Collection<String> codes, UnaryOperator<String> name) {
    return codes.isEmpty()
        ? ""
        : t.say(
            "cases.guarantee.only." + limit,
            codes.stream().map(name).sorted().collect(Collectors.joining(", ")));
  }
}
