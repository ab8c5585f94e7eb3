package amends.app.bench;

import amends.app.Trouble;
import amends.remedies.Remedies;
import amends.remedies.Ruling;
import amends.remedies.Wanted;
import amends.shared.Acts;
import amends.shared.Check;
import amends.shared.Money;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rulings, as an agent sees them before promising anything, behind a million grants. */
record RulingBench() implements Bench {
  private static final String NAME = "remedies";
  private static final double MOST_MILLIS = 5;

  /** On two cores. */
  private static final double MOST_FILLING_SECONDS = 360;

  /** What a whole run of the checks gives a statement. */
  private static final double MOST_CHECK_SECONDS = 50;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String words() {
    return "a ruling on money and on a replacement, with a million grants behind it";
  }

  @Override
  public List<Measure> run(boolean small, Consumer<String> progress) {
    int grants = small ? 50_000 : 1_000_000;
    int rulings = small ? 1_000 : 4_000;
    try (Stage stage = Stage.open(false, progress)) {
      progress.accept("Giving " + grants + " remedies");
      Giving giving = new Giving(stage.context());
      double filled = fill(stage, giving, grants, progress);
      progress.accept("Ruling " + rulings + " times");
      List<Measure> all = new ArrayList<>(measures(stage, giving, rulings, progress));
      all.add(Measure.informing(NAME, "filling", filled, "s", MOST_FILLING_SECONDS));
      return all;
    }
  }

  /** In seconds. */
  private static double fill(Stage stage, Giving giving, int grants, Consumer<String> progress) {
    long began = System.nanoTime();
    try (Connection owner = stage.owner()) {
      giving.fill(grants, owner, progress);
    } catch (SQLException e) {
      throw Trouble.couldNotRun("The remedies cannot be written (" + e.getMessage() + ").");
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private static List<Measure> measures(
      Stage stage, Giving giving, int rulings, Consumer<String> progress) {
    Remedies remedies = stage.context().getBean(Remedies.class);
    SplittableRandom random = new SplittableRandom(6);
    IntFunction<Wanted> money = i -> giving.money(1 + random.nextInt(9_000));
    IntFunction<Wanted> unit = i -> giving.unit(random);
    IntFunction<Wanted> more = i -> giving.money(10_001 + random.nextInt(9_000));
    took(remedies, giving, rulings / 4, money);
    took(remedies, giving, rulings / 4, more);
    took(remedies, giving, rulings / 4, unit);
    Noise before = Noise.listen();
    double[] paid = took(remedies, giving, rulings, money);
    double[] sent = took(remedies, giving, rulings, unit);
    double[] asked = took(remedies, giving, rulings, more);
    progress.accept("Giving " + rulings / 4 + " more, one by one");
    double[] given = gave(remedies, giving, rulings / 4);
    Noise after = Noise.listen();
    progress.accept("Holding everything against the record");
    double checked = checked(stage);
    Noise noise = before.p99() > after.p99() ? before : after;
    return List.of(
        Measure.informing(NAME, "money, median", at(paid, 0.5), "ms", MOST_MILLIS),
        Measure.within(NAME, "money, p99", at(paid, 0.99), "ms", MOST_MILLIS, noise),
        Measure.informing(NAME, "replacement, median", at(sent, 0.5), "ms", MOST_MILLIS),
        Measure.within(NAME, "replacement, p99", at(sent, 0.99), "ms", MOST_MILLIS, noise),
        Measure.informing(NAME, "above, median", at(asked, 0.5), "ms", MOST_MILLIS),
        Measure.within(NAME, "above, p99", at(asked, 0.99), "ms", MOST_MILLIS, noise),
        Measure.informing(NAME, "a grant, median", at(given, 0.5), "ms", MOST_MILLIS),
        Measure.informing(NAME, "whole checks", checked, "s", MOST_CHECK_SECONDS),
        Measure.within(NAME, "no-op, p99", noise.p99(), "ms", Noise.MOST, noise));
  }

  /** In milliseconds, sorted. */
  private static double[] took(
      Remedies remedies, Giving giving, int rulings, IntFunction<Wanted> wanted) {
    double[] took = new double[rulings];
    for (int i = 0; i < rulings; i++) {
      Wanted one = wanted.apply(i);
      long began = System.nanoTime();
      Ruling ruling = remedies.look(giving.matter(i), one, giving.agent()).ruling();
      took[i] = (System.nanoTime() - began) / 1e6;
      if (ruling instanceof Ruling.Never never) {
        throw new IllegalStateException("this bench asks for what can be given: " + never.why());
      }
    }
    Arrays.sort(took);
    return took;
  }

  private static double[] gave(Remedies remedies, Giving giving, int grants) {
    double[] took = new double[grants];
    for (int i = 0; i < grants; i++) {
      Wanted one = Wanted.of(giving.refund(), new Money(1, "GBP"), "Measured.");
      long began = System.nanoTime();
      remedies.grant(giving.matter(i), one, "", giving.agent());
      took[i] = (System.nanoTime() - began) / 1e6;
    }
    Arrays.sort(took);
    return took;
  }

  /** The longest of this room's checks. */
  private static double checked(Stage stage) {
    double longest = 0;
    for (Check check : stage.context().getBeansOfType(Check.class).values()) {
      if (check.words().startsWith("remedies.check")) {
        long began = System.nanoTime();
        List<Check.Finding> findings =
            stage.context().getBean(Acts.class).call(() -> whole(stage, check));
        longest = Math.max(longest, (System.nanoTime() - began) / 1e9);
        if (!findings.isEmpty()) {
          throw new IllegalStateException(findings.getFirst().words());
        }
      }
    }
    return longest;
  }

  private static List<Check.Finding> whole(Stage stage, Check check) {
    JdbcClient sql = stage.context().getBean(JdbcClient.class);
    sql.sql("set local statement_timeout = '%ds'".formatted((int) MOST_CHECK_SECONDS)).update();
    return check.run();
  }

  private static double at(double[] sorted, double share) {
    return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
  }
}
