package amends.honesty.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A second look at what the rules mark, learnt from labelled sentences: how much each word, turn of
 * words and piece of a word speaks for a kind or against it, and how far each rule may be trusted.
 * It lets a mark go when the rest of the sentence speaks against it, and marks a sentence that no
 * rule knows when it is sure.
 *
 * <p>The file is written by {@code WeightsRun} (test), in lines of fields parted by tabs: {@code
 * kind NAME TEXT BASE KEEP SURE BETTER}, {@code rule CODE WEIGHT}, {@code TRAIT KIND=WEIGHT…}.
 * Where a kind has no line, the rules alone decide.
 */
final class Weights {
  static final Weights NONE = new Weights();

  /** No sentence that was learnt from has more words: of a longer one nothing is sure. */
  private static final int LONGEST = 45;

  /** So much of what speaks for a kind is in the words that are marked. */
  private static final double SHARE = 0.6;

  private final Map<String, Kind> kinds = new HashMap<>();
  private final Map<String, Double> rules = new HashMap<>();
  private final Map<String, float[]> traits = new HashMap<>();
  private final List<Kind> order = new ArrayList<>();

  private Weights() {}

  /**
   * How a kind is weighed: {@code text} times what the sentence weighs, plus {@code base}, plus
   * what the rule weighs.
   *
   * @param keep what it comes to at least where a mark is kept
   * @param sure where there is a mark without a rule
   */
  record Kind(
      String name, int number, double text, double base, double keep, double sure, String better) {
    String rule() {
      return name + ".weighed";
    }
  }

  static Weights read(String name) {
    Weights weights = new Weights();
    try (@Nullable InputStream file = Weights.class.getResourceAsStream("/" + name)) {
      var lines =
          new BufferedReader(
              new InputStreamReader(Objects.requireNonNull(file, name), StandardCharsets.UTF_8));
      lines.lines().filter(line -> !line.startsWith("#")).forEach(weights::add);
    } catch (IOException e) {
      throw new UncheckedIOException("The weights of words could not be read", e);
    }
    return weights;
  }

  private void add(String line) {
    String[] part = line.split("\t", -1);
    switch (part[0]) {
      case "=kind" -> add(kind(part));
      case "=rule" -> rules.put(part[1], Double.valueOf(part[2]));
      default -> {
        float[] weights = new float[order.size()];
        for (String one : Arrays.asList(part).subList(1, part.length)) {
          int cut = one.indexOf('=');
          Kind kind = Objects.requireNonNull(kinds.get(one.substring(0, cut)), line);
          weights[kind.number()] = Float.parseFloat(one.substring(cut + 1));
        }
        traits.put(part[0], weights);
      }
    }
  }

  private Kind kind(String[] part) {
    return new Kind(
        part[1],
        order.size(),
        Double.parseDouble(part[2]),
        Double.parseDouble(part[3]),
        Double.parseDouble(part[4]),
        Double.parseDouble(part[5]),
        part[6]);
  }

  private void add(Kind kind) {
    kinds.put(kind.name(), kind);
    order.add(kind);
  }

  /** What a sentence weighs for each kind, in their order; asked once for a sentence. */
  double[] of(String plain) {
    double[] sums = new double[order.size()];
    for (String name : Traits.names(plain)) {
      float[] weights = traits.get(name);
      if (weights != null) {
        for (int k = 0; k < sums.length; k++) {
          sums[k] += weights[k];
        }
      }
    }
    return sums;
  }

  /** Whether what a rule has marked stays marked. */
  boolean keeps(String kind, String rule, double[] sums) {
    Kind known = kinds.get(kind);
    return known == null
        || known.text() * sums[known.number()]
                + known.base()
                + rules.getOrDefault(rule, rules.getOrDefault(kind, 0.0))
            >= known.keep();
  }

  /** The kinds that a sentence bears although no rule marks them. */
  List<Kind> sure(String plain, double[] sums) {
    return Traits.words(plain) > LONGEST
        ? List.of()
        : order.stream()
            .filter(kind -> kind.text() * sums[kind.number()] + kind.base() >= kind.sure())
            .toList();
  }

  /** The shortest run of words that bears most of what speaks for a kind. */
  Optional<Rule.Span> words(Kind kind, String plain) {
    List<Traits.Trait> all =
        Traits.in(plain).stream().filter(trait -> traits.containsKey(trait.name())).toList();
    double[] at = new double[plain.length() + 1];
    for (Traits.Trait trait : all) {
      double weight = Objects.requireNonNull(traits.get(trait.name()))[kind.number()];
      int length = Math.max(1, trait.end() - trait.start());
      for (int i = trait.start(); i < trait.end(); i++) {
        at[i] += Math.max(0, weight) / length;
      }
    }
    return shortest(at, SHARE * Arrays.stream(at).sum()).map(span -> whole(span, plain));
  }

  private static Optional<Rule.Span> shortest(double[] at, double enough) {
    Rule.Span best = null;
    double sum = 0;
    int start = 0;
    for (int end = 0; end < at.length && enough > 0; end++) {
      sum += at[end];
      while (sum - at[start] >= enough && start < end) {
        sum -= at[start++];
      }
      if (sum >= enough && (best == null || end + 1 - start < best.end() - best.start())) {
        best = new Rule.Span(start, Math.min(end + 1, at.length - 1));
      }
    }
    return Optional.ofNullable(best);
  }

  /** Words are marked whole. */
  private static Rule.Span whole(Rule.Span span, String plain) {
    int start = span.start();
    int end = span.end();
    while (start > 0 && !Character.isWhitespace(plain.charAt(start - 1))) {
      start--;
    }
    while (end < plain.length() && Character.isLetterOrDigit(plain.charAt(end))) {
      end++;
    }
    return new Rule.Span(start, end);
  }
}
