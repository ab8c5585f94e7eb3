package amends.app.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Pages of the desk over few cases and over a million, at fifty requests a second. */
record PagesBench(@Nullable Path directory) implements Bench {
  private static final String NAME = "pages";
  private static final double MOST_MILLIS = 50;
  private static final double MOST_GROWTH = 1.3;
  private static final double MOST_MEGABYTES = 600;

  /** Of each of three rates: on two cores the JVM's compilers take their share for so long. */
  private static final int WARM_SECONDS = 60;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String words() {
    return "queue, case and search at 50 requests/s, few cases beside a million";
  }

  @Override
  public Bench keeping(Path kept) {
    return new PagesBench(kept);
  }

  private record Round(Traffic.Times times, Noise noise, double megabytes) {}

  @Override
  public List<Measure> run(boolean small, Consumer<String> progress) {
    long few = small ? 2_000 : 10_000;
    long many = small ? 50_000 : 1_000_000;
    if (directory == null) {
      try (Site site = Site.passing(progress)) {
        return measures(
            few, round(site, few, small, progress), many, round(site, many, small, progress));
      }
    }
    return measures(few, kept(few, small, progress), many, kept(many, small, progress));
  }

  private Round kept(long cases, boolean small, Consumer<String> progress) {
    Path home = Objects.requireNonNull(directory).resolve("cases-" + cases);
    try (Site site = Site.kept(home, progress)) {
      return round(site, cases, small, progress);
    }
  }

  private static Round round(Site site, long cases, boolean small, Consumer<String> progress) {
    Site.Wanted wanted = site.fill(cases);
    int port = Child.freePort();
    try (Child program = site.open(port);
        Traffic traffic = new Traffic(port, site.agents(), new Visits(site.agents(), wanted))) {
      progress.accept("Opening pages over " + cases + " cases");
      Noise before = Noise.listen();
      traffic.warm(small ? 10 : WARM_SECONDS);
      Traffic.Times times = traffic.drive(small ? 8 : 60, 2);
      Noise after = Noise.listen();
      return new Round(times, before.p99() > after.p99() ? before : after, program.residentMb());
    }
  }

  private static List<Measure> measures(long few, Round first, long many, Round second) {
    List<Measure> all = new ArrayList<>();
    for (Visits.Kind kind : Visits.Kind.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      all.add(
          Measure.informing(
              NAME,
              name + ", median",
              second.times().at(kind, 0.5),
              "ms",
              first.times().at(kind, 0.5)));
      all.add(
          Measure.informing(
              NAME, name + ", p99, " + few, first.times().at(kind, 0.99), "ms", MOST_MILLIS));
      all.add(told(name + ", p99, " + many, second.times().at(kind, 0.99), second.noise()));
    }
    Noise noise = first.noise().p99() > second.noise().p99() ? first.noise() : second.noise();
    all.add(told("p99 of all, " + many, second.times().at(0.99), second.noise()));
    all.add(
        Measure.growth(
            NAME,
            "median of all",
            second.times().at(0.5),
            first.times().at(0.5),
            MOST_GROWTH,
            noise));
    all.add(
        Measure.within(
            NAME, "resident after", second.megabytes(), "MB", MOST_MEGABYTES, new Noise(0)));
    all.add(Measure.within(NAME, "no-op, p99", noise.p99(), "ms", Noise.MOST, noise));
    return all;
  }

  private static Measure told(String name, double millis, Noise noise) {
    return Measure.within(NAME, name, millis, "ms", MOST_MILLIS, noise);
  }
}
