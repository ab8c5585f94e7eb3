package amends.app.commands;

import amends.app.ExitCode;
import amends.app.Nearest;
import amends.app.Trouble;
import amends.app.bench.Bench;
import amends.app.bench.Benches;
import amends.app.bench.Measure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures something beside its limit. */
final class BenchCommand implements Command {
  @Override
  public String name() {
    return "bench";
  }

  @Override
  public String usage() {
    return "NAME [--json] [--small] [--data DIR]";
  }

  @Override
  public String words() {
    return "measure NAME beside its limit in the same run, print the ratio";
  }

  @Override
  public String more() {
    var more =
        new StringBuilder(
            "Exit 1 when a goal is missed, 3 when the machine was too noisy. --data keeps"
                + System.lineSeparator()
                + "what pages was filled with in DIR, and finds it there the next time.");
    for (Bench bench : Benches.ALL) {
      more.append(System.lineSeparator())
          .append("  %-12s %s".formatted(bench.name(), bench.words()));
    }
    return more.toString();
  }

  @Override
  public int run(List<String> args, Terminal terminal) {
    List<String> names = new ArrayList<>(args);
    boolean json = names.remove("--json");
    boolean small = names.remove("--small");
    Path data = directory(names);
    Bench bench = find(Arguments.one(this, names));
    if (data != null) {
      bench = bench.keeping(data);
    }
    List<Measure> measures = bench.run(small, terminal::progress);
    for (Measure measure : measures) {
      terminal.out().println(json ? measure.json() : measure.plain());
    }
    return verdict(measures);
  }

  private @Nullable Path directory(List<String> names) {
    int at = names.indexOf("--data");
    if (at < 0) {
      return null;
    }
    names.remove(at);
    if (at == names.size()) {
      throw Arguments.wrong(this, "needs a directory after --data");
    }
    return Path.of(names.remove(at)).toAbsolutePath();
  }

  private static int verdict(List<Measure> measures) {
    if (measures.stream().anyMatch(m -> Boolean.FALSE.equals(m.ok()))) {
      return ExitCode.FOUND_SOMETHING;
    }
    boolean certain = measures.stream().allMatch(m -> m.ok() != null);
    return certain ? ExitCode.DONE : ExitCode.COULD_NOT_RUN;
  }

  private static Bench find(String name) {
    List<String> known = Benches.ALL.stream().map(Bench::name).toList();
    return Benches.ALL.stream()
        .filter(b -> b.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            Trouble.usedWrongly(
                "There is no bench \"%s\"; perhaps \"%s\" was meant, and ./amends help bench lists all."
                    .formatted(name, Nearest.to(name, known).word())));
  }
}
