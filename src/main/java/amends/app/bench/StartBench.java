package amends.app.bench;

import amends.app.Scratch;
import amends.app.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@code ./amends run} to ready, second start, beside an empty Boot application, both cached. */
final class StartBench implements Bench {
  private static final String NAME = "start";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String words() {
    return "second start to ready, beside an empty Boot application, both with an AOT cache";
  }

  @Override
  public List<Measure> run(boolean small, Consumer<String> progress) {
    Path jar = jar();
    Noise noise = Noise.listen();
    Path scratch = Scratch.directory();
    try {
      Path emptyCache = trained(jar, progress);
      progress.accept("Starting for the first time, which makes the database");
      try (Child ignored = amends(jar, scratch)) {
        progress.accept("Measuring");
      }
      List<Double> ours = new ArrayList<>();
      List<Double> limit = new ArrayList<>();
      List<Double> memory = new ArrayList<>();
      for (int i = 0; i < (small ? 3 : 7); i++) {
        try (Child amends = amends(jar, scratch)) {
          ours.add(amends.seconds());
          memory.add(amends.residentMb());
        }
        try (Child empty = empty(jar, emptyCache)) {
          limit.add(empty.seconds());
        }
      }
      return List.of(
          Measure.atMost(NAME, "second start", median(ours), "s", median(limit), 2),
          Measure.within(NAME, "second start at most", median(ours), "s", 6, noise),
          Measure.within(NAME, "resident at ready", median(memory), "MB", 400, new Noise(0)));
    } finally {
      Scratch.remove(scratch);
    }
  }

  private static Child amends(Path jar, Path scratch) {
    int port = Child.freePort();
    Map<String, String> environment =
        Map.of(
            "AMENDS_DATA",
            scratch.resolve("data").toString(),
            "AMENDS_HTTP_PORT",
            "" + port,
            "AMENDS_MAIL_PORT",
            "0");
    String cache = "-XX:AOTCache=" + jar.resolveSibling("amends.aot");
    return Child.timed(environment, List.of(cache, "-jar", jar.toString(), "run"), port, "200");
  }

  private static Child empty(Path jar, Path cache) {
    int port = Child.freePort();
    List<String> line =
        List.of(
            "-XX:AOTCache=" + cache, "-cp", jar.toString(), EmptyBoot.class.getName(), "" + port);
    return Child.timed(Map.of(), line, port, "404|200");
  }

  private static Path trained(Path jar, Consumer<String> progress) {
    Path cache = jar.resolveSibling("empty.aot");
    if (Files.exists(cache)) return cache;
    progress.accept("Training the cache of the empty application");
    Process training =
        Child.launch(
            Map.of(),
            List.of(
                "-XX:AOTCacheOutput=" + cache,
                "-cp",
                jar.toString(),
                EmptyBoot.class.getName(),
                "0",
                "once"));
    training.onExit().join();
    return cache;
  }

  private static Path jar() {
    Path jar = Path.of(System.getProperty("java.class.path", "").split(":")[0]).toAbsolutePath();
    if (Files.exists(jar.resolveSibling("amends.aot"))) return jar;
    throw Trouble.couldNotRun(
        "There is no start-up cache beside " + jar + "; run it as ./amends bench start.");
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
