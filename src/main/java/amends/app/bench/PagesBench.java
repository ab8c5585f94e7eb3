package amends.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Pages of the desk over few cases and over a million, at fifty requests a second. */
final class PagesBench implements Bench {
  private static final String NAME = "pages";
  private static final double MOST_MILLIS = 50;
  private static final double MOST_GROWTH = 1.3;
  private static final double MOST_MEGABYTES = 600;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String words() {
    return "queue, case and search at 50 requests/s, few cases beside a million";
  }

  private record Round(Traffic.Times times, Noise noise, double megabytes) {}

  @Override
  public List<Measure> run(boolean small, Consumer<String> progress) {
    long few = small ? 2_000 : 10_000;
    long many = small ? 50_000 : 1_000_000;
    try (Site site = new Site(progress)) {
      Round first = round(site, few, small, progress);
      Round second = round(site, many, small, progress);
      return measures(few, first, many, second);
    }
  }

  private static Round round(Site site, long cases, boolean small, Consumer<String> progress) {
    Site.Wanted wanted = site.fill(cases);
    int port = Child.freePort();
    try (Child program = site.open(port);
        Traffic traffic = new Traffic(port, site.agents(), new Visits(site.agents(), wanted))) {
      progress.accept("Opening pages over " + cases + " cases");
      Noise before = Noise.listen();
      traffic.drive(small ? 6 : 20, 1);
      Traffic.Times times = traffic.drive(small ? 8 : 60, 2);
      Noise after = Noise.listen();
      return new Round(times, before.p99() > after.p99() ? before : after, program.residentMb());
    }
  }

  private static List<Measure> measures(long few, Round first, long many, Round second) {
    List<Measure> all = new ArrayList<>();
    for (Visits.Kind kind : Visits.Kind.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      all.add(told(name + ", median, " + few, first.times().at(kind, 0.5), first.noise()));
      all.add(told(name + ", median, " + many, second.times().at(kind, 0.5), second.noise()));
      all.add(told(name + ", p99, " + few, first.times().at(kind, 0.99), first.noise()));
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
