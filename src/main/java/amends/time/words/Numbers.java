package amends.time.words;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Numbers, the words of lists, and lengths of time. */
final class Numbers {
  static final Map<String, Function<Said, Value>> SENSES =
      Map.ofEntries(
          Map.entry("word", said -> word(said.given(0))),
          Map.entry(
              "same", said -> said.values().get(said.given().isEmpty() ? 0 : said.givenNumber(0))),
          Map.entry("num", said -> said.need(Value.Number.class)),
          Map.entry("num.len", Numbers::written),
          Map.entry("num.sum", Numbers::sum),
          Map.entry("num.decimal", Numbers::decimal),
          Map.entry("not", said -> new Value.Name("not")),
          Map.entry("span", said -> span(said, 0)),
          Map.entry("span.half", said -> span(said, 0.5)),
          Map.entry("span.of", Numbers::constant),
          Map.entry("spans", Numbers::spans),
          Map.entry("spans.of", Numbers::constants));

  private Numbers() {}

  private static Value word(String name) {
    if (name.matches("\\d+(\\.\\d+)?")) {
      return new Value.Number(Double.parseDouble(name), 0);
    }
    if (name.matches("\\d\\d:\\d\\d-\\d\\d:\\d\\d")) {
      return new Value.Part(
          LocalTime.parse(name.substring(0, 5)), LocalTime.parse(name.substring(6)));
    }
    if (name.startsWith("zone:")) {
      return new Value.Zone(ZoneId.of(name.substring(5)));
    }
    return new Value.Name(name);
  }

  /** So many digits: from the first given to the second. */
  private static Value written(Said said) {
    Value.Number number = said.need(Value.Number.class);
    if (number.digits() < said.givenNumber(0) || number.digits() > said.givenNumber(1)) {
      throw new Said.NotMeant();
    }
    return number;
  }

  private static Value sum(Said said) {
    double sum =
        said.values().stream()
            .filter(Value.Number.class::isInstance)
            .mapToDouble(n -> ((Value.Number) n).amount())
            .sum();
    return new Value.Number(sum, 0);
  }

  private static Value decimal(Said said) {
    Value.Number after = said.need(Value.Number.class, 1);
    return new Value.Number(said.number() + after.amount() / Math.pow(10, after.digits()), 0);
  }

  /** One number and a unit, or several of them. */
  private static Value span(Said said, double more) {
    Value.Span inner = said.first(Value.Span.class);
    if (inner != null) {
      return new Value.Span(
          said.values().stream()
              .filter(Value.Span.class::isInstance)
              .flatMap(s -> ((Value.Span) s).lengths().stream())
              .toList());
    }
    Value.Number amount = said.first(Value.Number.class);
    double count = (amount == null ? 1 : amount.amount()) + more;
    return lasting(count, said.name());
  }

  private static Value constant(Said said) {
    String unit = said.given().size() > 1 ? said.given(1) : said.name();
    return lasting(Double.parseDouble(said.given(0)), unit);
  }

  private static Value constants(Said said) {
    return new Value.Spans(
        lasting(said.givenNumber(0), said.name()), lasting(said.givenNumber(1), said.name()));
  }

  private static Value.Span lasting(double amount, String unit) {
    return new Value.Span(List.of(new Value.Length(amount, unit)));
  }

  /** "Two to three days". */
  private static Value spans(Said said) {
    double least = said.need(Value.Number.class).amount();
    double most = said.need(Value.Number.class, 1).amount();
    if (least >= most) {
      throw new Said.NotMeant();
    }
    return new Value.Spans(lasting(least, said.name()), lasting(most, said.name()));
  }
}
