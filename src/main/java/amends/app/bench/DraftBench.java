package amends.app.bench;

import amends.app.House;
import amends.honesty.DraftText;
import amends.honesty.HonestWords;
import amends.honesty.Honesty;
import amends.shared.Subject;
import amends.shared.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Drafts held against what is known, at the composer of a case and alone, over many past cases. */
record DraftBench(@Nullable Path directory) implements Bench {
  private static final String NAME = "draft";
  private static final double MOST_MILLIS = 20;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String words() {
    return "a draft checked for honest words, with a million past cases as evidence";
  }

  @Override
  public Bench keeping(Path kept) {
    return new DraftBench(kept);
  }

  @Override
  public List<Measure> run(boolean small, Consumer<String> progress) {
    long cases = small ? 50_000 : 1_000_000;
    try (Site site =
        directory == null
            ? Site.passing(progress)
            : Site.kept(directory.resolve("cases-" + cases), progress)) {
      site.fill(cases);
      try (House house = site.house()) {
        progress.accept("Checking drafts over " + cases + " cases");
        return measures(new Desk(house.context()), site.agents(), small ? 500 : 2_000);
      }
    }
  }

  private static List<Measure> measures(Desk desk, List<Site.Agent> agents, int drafts) {
    List<Long> cases = agents.stream().flatMap(agent -> agent.cases().stream()).toList();
    desk.took(drafts, new SplittableRandom(1), cases);
    Noise before = Noise.listen();
    double[] beside = desk.took(drafts, new SplittableRandom(2), cases);
    double[] alone = desk.took(drafts, new SplittableRandom(3), List.of());
    Noise after = Noise.listen();
    Noise noise = before.p99() > after.p99() ? before : after;
    return List.of(
        Measure.informing(NAME, "in a case, median", at(beside, 0.5), "ms", MOST_MILLIS),
        Measure.within(NAME, "in a case, p99", at(beside, 0.99), "ms", MOST_MILLIS, noise),
        Measure.informing(NAME, "alone, median", at(alone, 0.5), "ms", MOST_MILLIS),
        Measure.within(NAME, "alone, p99", at(alone, 0.99), "ms", MOST_MILLIS, noise),
        Measure.within(NAME, "no-op, p99", noise.p99(), "ms", Noise.MOST, noise));
  }

  private static double at(double[] sorted, double share) {
    return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
  }

  /** Where drafts are checked, as the composer and the command line do it. */
  private record Desk(
      Honesty honesty, Texts.Voice voice, InstantSource clock, List<String> letters) {
    Desk(ApplicationContext context) {
      this(
          context.getBean(Honesty.class),
          context.getBean(Texts.class).voice(Locale.ENGLISH, ZoneOffset.UTC),
          context.getBean(InstantSource.class),
          read());
    }

    /** In milliseconds, sorted. */
    double[] took(int drafts, SplittableRandom random, List<Long> cases) {
      double[] took = new double[drafts];
      for (int i = 0; i < drafts; i++) {
        String letter = letters.get(random.nextInt(letters.size()));
        Subject about =
            cases.isEmpty() ? null : Subject.of("case", cases.get(random.nextInt(cases.size())));
        long began = System.nanoTime();
        boolean safety = HonestWords.warns(letter, Locale.ENGLISH);
        var draft =
            new DraftText(
                letter,
                Locale.ENGLISH,
                ZoneOffset.UTC,
                clock.instant(),
                about,
                new DraftText.Promised.Unknown(),
                safety);
        honesty.check(draft, voice);
        took[i] = (System.nanoTime() - began) / 1e6;
      }
      Arrays.sort(took);
      return took;
    }

    private static List<String> read() {
      try (InputStream in = DraftBench.class.getResourceAsStream("/bench/letters.txt")) {
        String all =
            new String(
                Objects.requireNonNull(in, "letters.txt").readAllBytes(), StandardCharsets.UTF_8);
        return List.of(all.split("\n---\n", -1));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
