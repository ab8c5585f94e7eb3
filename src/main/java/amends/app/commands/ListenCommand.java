package amends.app.commands;

import amends.app.ExitCode;
import amends.app.Trouble;
import amends.honesty.Listening;
import amends.honesty.Listening.Heard;
import amends.honesty.Listening.Meant;
import amends.honesty.Listening.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** What incoming texts show; needs neither Spring nor a database. */
final class ListenCommand implements Command {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public String name() {
    return "listen";
  }

  @Override
  public String usage() {
    return "[--json] FILE|-";
  }

  @Override
  public String words() {
    return "what incoming texts show, one text a line: signals, what they ask for, what failed";
  }

  @Override
  public String more() {
    return "With --json, one line for each text: line, complaint, call, signals, asks,"
        + " failure_mode, each with the words that show it.";
  }

  @Override
  public int run(List<String> args, Terminal terminal) {
    boolean json = args.contains("--json");
    List<String> files = args.stream().filter(arg -> !arg.equals("--json")).toList();
    if (files.size() != 1 || (files.getFirst().startsWith("-") && !files.getFirst().equals("-"))) {
      throw Arguments.wrong(this, "takes one file, or - for standard input");
    }
    try (Reader text = new BufferedReader(open(files.getFirst(), terminal))) {
      int number = 0;
      for (String line = line(text); line != null; line = line(text)) {
        number++;
        print(number, line, json, terminal.out());
      }
    } catch (IOException e) {
      throw Trouble.couldNotRun(
          "The file %s cannot be read; give one that is there, or - for standard input."
              .formatted(files.getFirst()));
    }
    return ExitCode.DONE;
  }

  /** A text may hold a lone carriage return: a line ends where other tools count it, at LF. */
  private static @Nullable String line(Reader text) throws IOException {
    StringBuilder line = new StringBuilder();
    int read = text.read();
    if (read < 0) {
      return null;
    }
    for (; read >= 0 && read != '\n'; read = text.read()) {
      line.append((char) read);
    }
    int end = line.length();
    return line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
  }

  private static Reader open(String file, Terminal terminal) throws IOException {
    return file.equals("-")
        ? new InputStreamReader(System.in, StandardCharsets.UTF_8)
        : new InputStreamReader(
            Files.newInputStream(terminal.workingDirectory().resolve(file)),
            StandardCharsets.UTF_8);
  }

  private static void print(int number, String line, boolean json, PrintStream out) {
    Heard heard = Listening.to(line);
    if (json) {
      out.println(JSON.writeValueAsString(fields(number, line, heard)));
      return;
    }
    List<String> parts = new ArrayList<>();
    parts.add(heard.complaint() ? "complaint" : "no complaint");
    heard
        .signals()
        .forEach(shown ->
            parts.add(
                shown.signal().code()
                    + " ("
                    + shown.words().stream().map(Words::words).collect(Collectors.joining("; "))
                    + ")"));
    heard.asks().forEach(asked -> parts.add("asks for " + asked.code()));
    heard.failureMode().ifPresent(mode -> parts.add("failure: " + mode.code()));
    out.println(number + ": " + String.join(", ", parts));
  }

  private static Map<String, Object> fields(int number, String line, Heard heard) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("line", number);
    fields.put("complaint", heard.complaint());
    fields.put("call", heard.asksForACall());
    fields.put(
        "signals",
        heard.signals().stream()
            .flatMap(
                shown -> shown.words().stream().map(w -> shown(shown.signal().code(), w, line)))
            .toList());
    fields.put("asks", heard.asks().stream().map(m -> meant(m, line)).toList());
    fields.put(
        "failure_mode",
        heard.failureMode().<Object>map(m -> meant(m, line)).orElse(NullNode.getInstance()));
    return fields;
  }

  private static Map<String, Object> shown(String signal, Words words, String line) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("signal", signal);
    place(fields, words, line);
    return fields;
  }

  private static Map<String, Object> meant(Meant meant, String line) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("code", meant.code());
    place(fields, meant.words(), line);
    return fields;
  }

  /** Places count characters, so that scripts in any language can cut the words out. */
  private static void place(Map<String, Object> fields, Words words, String line) {
    fields.put("start", line.codePointCount(0, words.start()));
    fields.put("end", line.codePointCount(0, words.end()));
    fields.put("words", words.words());
  }
}
