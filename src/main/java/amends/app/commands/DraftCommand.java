package amends.app.commands;

import amends.app.ExitCode;
import amends.app.Trouble;
import amends.honesty.DraftText;
import amends.honesty.Finding;
import amends.honesty.HonestWords;
import amends.honesty.Honesty;
import amends.honesty.Place;
import amends.honesty.Proof;
import amends.shared.Subject;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Honesty findings for a text: with evidence where an installation is there, else by the rules
 * alone.
 */
final class DraftCommand implements Command {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public String name() {
    return "draft";
  }

  @Override
  public String usage() {
    return "check [FILE…|-] [--json] [--case N] [--alone]";
  }

  @Override
  public String words() {
    return "honesty findings for a text, with better words";
  }

  @Override
  public String more() {
    return "Exit 1 when something is found; nothing is printed where a text is clean. With several files"
        + " each finding names its own. Where an"
        + " installation is there, its cases are evidence; --case N says what the text is about,"
        + " --alone asks nobody, --place P says whose law holds, --zone Z and --lang L whose words.";
  }

  private static final class Asked {
    private List<String> files = List.of("-");
    private boolean json;
    private boolean alone;
    private @Nullable Subject about;
    private Optional<Place> place = Optional.empty();
    private ZoneId zone = ZoneId.systemDefault();
    private Locale locale = Locale.ENGLISH;
  }

  @Override
  public int run(List<String> args, Terminal terminal) {
    if (args.isEmpty() || !args.getFirst().equals("check")) {
      throw Arguments.wrong(this, "needs to be told what to do");
    }
    Asked asked = read(args.subList(1, args.size()));
    if (!asked.alone && Quietly.hasInstallation(terminal)) {
      return Quietly.with(
          terminal,
          context -> {
            Honesty honesty = context.getBean(Honesty.class);
            Voice t = context.getBean(Texts.class).voice(asked.locale, asked.zone);
            return all(asked, terminal, draft -> honesty.check(draft, t));
          });
    }
    HonestWords words =
        new HonestWords(Texts.load().voice(asked.locale, asked.zone), List.of(), asked.place);
    return all(asked, terminal, words::check);
  }

  private static int all(Asked asked, Terminal terminal, Function<DraftText, List<Finding>> check) {
    int worst = ExitCode.DONE;
    for (String file : asked.files) {
      String text = text(file, terminal);
      DraftText draft =
          new DraftText(
              text,
              asked.locale,
              asked.zone,
              InstantSource.system().instant(),
              asked.about,
              new DraftText.Promised.Unknown(),
              HonestWords.warns(text, asked.locale));
      String named = asked.files.size() > 1 ? file : "";
      int found = print(check.apply(draft), new Read(named, text), asked.json, terminal.out());
      worst = Math.max(worst, found);
    }
    return worst;
  }

  /**
   * @param file its name; "" where there is only one
   */
  private record Read(String file, String text) {}

  private Asked read(List<String> args) {
    Asked asked = new Asked();
    List<String> files = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      switch (arg) {
        case "--json" -> asked.json = true;
        case "--alone" -> asked.alone = true;
        case "--case" -> asked.about = Subject.of("case", number(value(args, ++i)));
        case "--place" -> asked.place = place(value(args, ++i));
        case "--zone" -> asked.zone = zone(value(args, ++i));
        case "--lang" -> asked.locale = Locale.forLanguageTag(value(args, ++i));
        default -> files.add(file(arg));
      }
    }
    if (!files.isEmpty()) {
      asked.files = files;
    }
    return asked;
  }

  private String file(String arg) {
    if (arg.startsWith("-") && !arg.equals("-")) {
      throw Arguments.wrong(this, "does not know \"" + arg + "\"");
    }
    return arg;
  }

  private String value(List<String> args, int at) {
    if (at >= args.size()) {
      throw Arguments.wrong(this, "needs a value after " + args.get(at - 1));
    }
    return args.get(at);
  }

  private long number(String typed) {
    if (!typed.matches("\\d{1,18}")) {
      throw Arguments.wrong(this, "takes the number of a case");
    }
    return Long.parseLong(typed);
  }

  private Optional<Place> place(String code) {
    Optional<Place> place =
        Place.of(
            code, LocalDate.ofInstant(InstantSource.system().instant(), ZoneId.systemDefault()));
    if (place.isEmpty()) {
      throw Arguments.wrong(this, "knows the places " + String.join(", ", Place.codes()));
    }
    return place;
  }

  private ZoneId zone(String typed) {
    try {
      return ZoneId.of(typed);
    } catch (DateTimeException e) {
      throw Arguments.wrong(this, "takes zones like Europe/London");
    }
  }

  private static String text(String file, Terminal terminal) {
    try {
      byte[] bytes =
          file.equals("-")
              ? System.in.readAllBytes()
              : Files.readAllBytes(terminal.workingDirectory().resolve(Path.of(file)));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Trouble.couldNotRun(
          "The file %s cannot be read; give one that is there, or - for standard input."
              .formatted(file));
    }
  }

  private static int print(List<Finding> findings, Read read, boolean json, PrintStream out) {
    for (Finding finding : findings) {
      if (json) {
        out.println(JSON.writeValueAsString(fields(finding, read)));
      } else {
        plain(finding, read.file(), out);
      }
    }
    return findings.isEmpty() ? ExitCode.DONE : ExitCode.FOUND_SOMETHING;
  }

  private static void plain(Finding finding, String file, PrintStream out) {
    out.print(file.isEmpty() ? "" : file + ": ");
    out.println((finding.words().isEmpty() ? "" : "“" + finding.words() + "” ") + finding.reason());
    finding.evidence().forEach(proof -> out.println("  evidence: " + proof.words()));
    if (!finding.suggestion().isBlank()) {
      out.println("  better: " + finding.suggestion().strip());
    }
  }

  /** Places count characters, so that scripts in any language can cut the words out. */
  private static Map<String, Object> fields(Finding finding, Read read) {
    Map<String, Object> fields = new LinkedHashMap<>();
    String text = read.text();
    if (!read.file().isEmpty()) {
      fields.put("file", read.file());
    }
    fields.put("rule", finding.rule());
    fields.put("kind", finding.kind().code());
    fields.put("start", text.codePointCount(0, finding.start()));
    fields.put("end", text.codePointCount(0, finding.end()));
    fields.put("words", finding.words());
    fields.put("reason", finding.reason());
    fields.put("evidence", finding.evidence().stream().map(DraftCommand::evidence).toList());
    fields.put("suggestion", finding.suggestion());
    return fields;
  }

  private static Map<String, Object> evidence(Proof proof) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", proof.about().kind());
    fields.put("id", proof.about().id());
    fields.put("words", proof.words());
    fields.put("at", proof.at().toString());
    return fields;
  }
}
