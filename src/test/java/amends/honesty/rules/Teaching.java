package amends.honesty.rules;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Learns {@link Weights} from labelled sentences, by logistic regression in two steps. First what
 * each trait of a sentence says about a kind; then, on sentences that no rule was tuned on and by
 * what the first step says of sentences that it has not seen, how far each rule may be trusted.
 * Bounds are set where marks were right often enough.
 */
final class Teaching {
  private static final int FOLDS = 4;
  private static final double WORDS_COUNT = 0.5;
  private static final double PIECES_COUNT = 0.3;
  private static final double TRUST_IN_TRAITS = 0.3;
  private static final double TRUST_IN_RULES = 0.5;
  private static final double LEAST_WEIGHT = 0.04;

  /** So many of the marks have to be right. */
  private static final double RIGHT = 0.97;

  /** But so many of the right marks of the rules are kept, whatever it costs. */
  private static final double KEPT = 0.88;

  private static final int FEWEST = 12;
  private static final double NEVER = 99;

  /**
   * A labelled sentence.
   *
   * @param group sentences that were written together, which are never on both sides
   * @param judged the one kind that somebody has looked for in it; empty: all
   * @param tuned whether rules were tuned on it, so that what they mark there says nothing
   * @param marks the rule that marks it, by kind
   */
  record Row(
      Set<String> traits,
      Set<String> kinds,
      String judged,
      String group,
      boolean tuned,
      Map<String, String> marks) {
    boolean tells(String kind) {
      return judged.isEmpty() || judged.equals(kind);
    }
  }

  private final List<Row> rows;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<Feature[]> texts = new ArrayList<>();
  private final int[] folds;

  Teaching(List<Row> rows) {
    Linear.disableDebugOutput();
    this.rows = List.copyOf(rows);
    Map<String, Integer> count = new TreeMap<>();
    rows.forEach(row -> row.traits().forEach(trait -> count.merge(trait, 1, Integer::sum)));
    count.forEach((trait, n) -> {
      if (n >= (Traits.isOfWords(trait) ? 2 : 3)) {
        names.add(trait);
        numbers.put(trait, names.size());
      }
    });
    rows.forEach(row -> texts.add(features(row)));
    List<String> groups = List.copyOf(new TreeSet<>(rows.stream().map(Row::group).toList()));
    folds = rows.stream().mapToInt(row -> groups.indexOf(row.group()) % FOLDS).toArray();
  }

  private Feature[] features(Row row) {
    return row.traits().stream()
        .mapToInt(trait -> numbers.getOrDefault(trait, 0))
        .filter(number -> number > 0)
        .sorted()
        .mapToObj(number -> (Feature) new FeatureNode(number, value(names.get(number - 1))))
        .toArray(Feature[]::new);
  }

  private static double value(String trait) {
    return Traits.isOfWords(trait) ? WORDS_COUNT : PIECES_COUNT;
  }

  /** The file of weights, without its head. */
  List<String> learnt(List<String> kinds, Map<String, String> better) {
    List<String> lines = new ArrayList<>();
    Map<String, StringBuilder> traits = new TreeMap<>();
    for (String kind : kinds) {
      boolean[] bears = bears(kind);
      Predicate<Integer> tells = i -> rows.get(i).tells(kind);
      double[] unseen = unseen(texts, bears, TRUST_IN_TRAITS, tells);
      Line text = taught(texts, bears, TRUST_IN_TRAITS, tells);
      for (int i = 0; i < names.size(); i++) {
        double weight = text.weights()[i] * value(names.get(i));
        if (Math.abs(weight) >= LEAST_WEIGHT) {
          traits
              .computeIfAbsent(names.get(i), n -> new StringBuilder(n))
              .append(String.format(Locale.ROOT, "\t%s=%.2f", kind, weight));
        }
      }
      lines.addAll(trust(kind, bears, unseen, text, better.getOrDefault(kind, "")));
    }
    traits.values().forEach(line -> lines.add(line.toString()));
    return lines;
  }

  private boolean[] bears(String kind) {
    boolean[] bears = new boolean[rows.size()];
    for (int i = 0; i < bears.length; i++) {
      bears[i] = rows.get(i).kinds().contains(kind);
    }
    return bears;
  }

  private List<String> trust(
      String kind, boolean[] bears, double[] unseen, Line text, String better) {
    List<String> known =
        List.copyOf(
            new TreeSet<>(
                rows.stream()
                    .filter(row -> !row.tuned() && row.marks().containsKey(kind))
                    .map(row -> row.marks().get(kind))
                    .toList()));
    List<Feature[]> second = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<Feature> one = new ArrayList<>();
      one.add(new FeatureNode(1, unseen[i] / 2));
      String rule = rows.get(i).marks().get(kind);
      if (rule != null) {
        one.add(new FeatureNode(2, 1));
        if (known.contains(rule)) {
          one.add(new FeatureNode(3 + known.indexOf(rule), 1));
        }
      }
      second.add(one.toArray(Feature[]::new));
    }
    Predicate<Integer> untuned = i -> !rows.get(i).tuned();
    double[] sums = unseen(second, bears, TRUST_IN_RULES, untuned);
    Line line = taught(second, bears, TRUST_IN_RULES, untuned);
    double any = line.weights()[1];
    Predicate<Integer> marked = i -> untuned.test(i) && rows.get(i).marks().containsKey(kind);
    double keep = Math.min(bound(sums, bears, marked), keeping(sums, bears, marked));
    double sure = bound(sums, bears, i -> untuned.test(i) && !marked.test(i));
    double scale = line.weights()[0] / 2;
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "=kind\t%s\t%.4f\t%.4f\t%.4f\t%.4f\t%s",
            kind,
            scale,
            line.base() + scale * text.base(),
            keep,
            sure,
            better));
    for (String rule : known) {
      lines.add(
          String.format(
              Locale.ROOT, "=rule\t%s\t%.4f", rule, any + line.weights()[2 + known.indexOf(rule)]));
    }
    // A rule that marked nothing there is trusted like the others together.
    lines.add(String.format(Locale.ROOT, "=rule\t%s\t%.4f", kind, any));
    return lines;
  }

  /** The least sum from which on marks are right often enough. */
  private static double bound(double[] sums, boolean[] bears, Predicate<Integer> counts) {
    int[] order =
        IntStream.range(0, sums.length)
            .filter(counts::test)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -sums[i]))
            .mapToInt(i -> i)
            .toArray();
    double bound = NEVER;
    int right = 0;
    for (int n = 0; n < order.length; n++) {
      right += bears[order[n]] ? 1 : 0;
      if (n + 1 >= FEWEST && right >= RIGHT * (n + 1)) {
        bound = sums[order[n]];
      }
    }
    return bound;
  }

  /** The greatest sum that enough of the right marks reach. */
  private static double keeping(double[] sums, boolean[] bears, Predicate<Integer> counts) {
    double[] right =
        IntStream.range(0, sums.length)
            .filter(i -> bears[i] && counts.test(i))
            .mapToDouble(i -> sums[i])
            .sorted()
            .toArray();
    return right.length == 0 ? -NEVER : right[(int) ((1 - KEPT) * right.length)];
  }

  /** For each sentence what those say who have not seen it. */
  private double[] unseen(
      List<Feature[]> features, boolean[] bears, double trust, Predicate<Integer> counts) {
    double[] sums = new double[rows.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      Line line = taught(features, bears, trust, i -> counts.test(i) && folds[i] != out);
      for (int i = 0; i < sums.length; i++) {
        if (folds[i] == fold) {
          sums[i] = line.of(features.get(i));
        }
      }
    }
    return sums;
  }

  /** What was learnt: it leans towards bearing a kind where it comes to more than nothing. */
  private record Line(double[] weights, double base) {
    double of(Feature[] features) {
      double sum = base;
      for (Feature one : features) {
        sum += weights[one.getIndex() - 1] * one.getValue();
      }
      return sum;
    }
  }

  private Line taught(
      List<Feature[]> features, boolean[] bears, double trust, Predicate<Integer> counts) {
    int[] chosen = IntStream.range(0, rows.size()).filter(counts::test).toArray();
    int most =
        features.stream()
            .filter(own -> own.length > 0)
            .mapToInt(own -> own[own.length - 1].getIndex())
            .max()
            .orElse(0);
    Feature base = new FeatureNode(most + 1, 1);
    Problem problem = new Problem();
    problem.l = chosen.length;
    problem.n = most + 1;
    problem.x = new Feature[chosen.length][];
    problem.y = new double[chosen.length];
    for (int n = 0; n < chosen.length; n++) {
      Feature[] own = features.get(chosen[n]);
      problem.x[n] = Arrays.copyOf(own, own.length + 1);
      problem.x[n][own.length] = base;
      problem.y[n] = bears[chosen[n]] ? 1 : 0;
    }
    Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, trust, 0.01));
    double[] weights = model.getFeatureWeights();
    // The library leans towards whichever it met first.
    int sign = model.getLabels()[0] == 1 ? 1 : -1;
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= sign;
    }
    return new Line(weights, weights[most]);
  }
}
