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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A second look at what the rules mark, learnt from labelled sentences: how much each word, turn of
 * words and piece of a word speaks for a kind or against it, and how far each rule may be trusted.
 * It lets a mark go when the rest of the sentence speaks against it, and marks a sentence that no
 * rule knows when it is sure.
 *
 * <p>The file is written by {@code WeightsRun} (test), in lines of fields parted by tabs: {@code
 * =kind NAME TEXT BASE KEEP SURE BETTER}, {@code =rule CODE WEIGHT}, {@code TRAIT KIND=WEIGHT…}.
 * Where a kind has no line, the rules alone decide.
 */
final class Weights {
  static final Weights NONE = new Weights();

  /** Hardly a sentence that was learnt from has more words: of a longer one rules alone tell. */
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
   * @param better the key of better words for a whole sentence; empty: none are offered
   */
  record Kind(
      String name, int number, double text, double base, double keep, double sure, String better) {
    String rule() {
      return name + Mark.WEIGHED;
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

  List<Kind> kinds() {
    return order;
  }

  /** What a sentence weighs for each kind, in their order; empty where rules alone tell. */
  Optional<double[]> of(String plain) {
    int words = order.isEmpty() ? 0 : Traits.tokens(plain).size();
    if (words == 0 || words > LONGEST) {
      return Optional.empty();
    }
    double[] sums = new double[order.size()];
    for (String name : Traits.names(plain)) {
      float[] weights = traits.get(name);
      if (weights != null) {
        for (int k = 0; k < sums.length; k++) {
          sums[k] += weights[k];
        }
      }
    }
    return Optional.of(sums);
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
  List<Kind> sure(double[] sums) {
    return order.stream()
        .filter(kind -> kind.text() * sums[kind.number()] + kind.base() >= kind.sure())
        .toList();
  }

  /**
   * The shortest run of words that bears most of what speaks for a kind; all of them where better
   * words stand for the whole sentence.
   */
  Rule.Span words(Kind kind, String plain) {
    List<Traits.Trait> words = Traits.tokens(plain);
    int first = 0;
    int last = words.size() - 1;
    if (kind.better().isEmpty()) {
      double[] share = shares(kind, plain, words);
      double enough = SHARE * Arrays.stream(share).sum();
      double sum = 0;
      int from = 0;
      for (int to = 0; to < share.length; to++) {
        sum += share[to];
        while (from < to && sum - share[from] >= enough) {
          sum -= share[from++];
        }
        if (sum >= enough && to - from < last - first) {
          first = from;
          last = to;
        }
      }
    }
    return new Rule.Span(words.get(first).start(), words.get(last).end());
  }

  /** How much of what speaks for a kind each word bears. */
  private double[] shares(Kind kind, String plain, List<Traits.Trait> words) {
    double[] share = new double[words.size()];
    for (Traits.Trait trait : Traits.in(plain)) {
      float[] weights = traits.get(trait.name());
      int[] within =
          IntStream.range(0, share.length)
              .filter(i -> words.get(i).start() >= trait.start())
              .filter(i -> words.get(i).end() <= trait.end())
              .toArray();
      for (int i : within) {
        share[i] += weights == null ? 0 : Math.max(0, weights[kind.number()]) / within.length;
      }
    }
    return share;
  }
}
