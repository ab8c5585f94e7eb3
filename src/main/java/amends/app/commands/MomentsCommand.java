package amends.app.commands;

import amends.app.ExitCode;
import amends.honesty.HonestWords;
import amends.time.Moment;
import amends.time.Moments;
import amends.time.WorkingCalendar;
import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** What is understood of moments in words; needs neither Spring nor a database. */
final class MomentsCommand implements Command {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"));
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
  private static final DateTimeFormatter PLAIN =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);

  @Override
  public String name() {
    return "moments";
  }

  @Override
  public String usage() {
    return "[--now T] [--zone Z] [--lang L] TEXT… [--json]";
  }

  @Override
  public String words() {
    return "which moments are meant by words like \"by Friday noon\"";
  }

  @Override
  public String more() {
    return "A working day is Monday to Friday, nine to five, but for the days given with"
        + " --holiday YYYY-MM-DD. --lang is en, de, fr or es; else it is the one that a text is in, and"
        + " English where its words do not say. With --json, one line for each"
        + " moment: input, text, start, end, moment (by when it is due), from, to.";
  }

  private final class Asked {
    private final List<String> texts = new ArrayList<>();
    private final List<LocalDate> holidays = new ArrayList<>();
    private String now = "";
    private ZoneId zone = ZoneId.systemDefault();
    private @Nullable Locale locale;
    private boolean json;

    /** Of short texts the first language in which they name a moment. */
    List<Moment> in(String text, Instant now) {
      if (locale != null) {
        return Moments.in(text, locale, now, zone, office());
      }
      return Stream.concat(Stream.of(HonestWords.spoken(text)), LANGUAGES.stream())
          .map(language -> Moments.in(text, language, now, zone, office()))
          .filter(found -> !found.isEmpty())
          .findFirst()
          .orElse(List.of());
    }

    Instant now() {
      if (now.isEmpty()) {
        return InstantSource.system().instant();
      }
      return now.matches(".*(?:[Zz]|[+-]\\d\\d:?\\d\\d)")
          ? OffsetDateTime.parse(now).toInstant()
          : LocalDateTime.parse(now.contains("T") ? now : now + "T09:00").atZone(zone).toInstant();
    }

    WorkingCalendar office() {
      return WorkingCalendar.office(zone).without(Set.copyOf(holidays));
    }
  }

  @Override
  public int run(List<String> args, Terminal terminal) {
    Asked asked = read(args);
    Instant now = tried(asked::now);
    for (String text : asked.texts) {
      List<Moment> found = asked.in(text, now);
      if (found.isEmpty() && !asked.json) {
        terminal.out().println(text + ": no moment");
      }
      found.forEach(moment -> print(text, moment, asked, terminal.out()));
    }
    return ExitCode.DONE;
  }

  private Asked read(List<String> args) {
    Asked asked = new Asked();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      switch (arg) {
        case "--json" -> asked.json = true;
        case "--now" -> asked.now = value(args, ++i);
        case "--zone" -> {
          String zone = value(args, ++i);
          asked.zone = tried(() -> ZoneId.of(zone));
        }
        case "--lang" -> asked.locale = Locale.forLanguageTag(value(args, ++i));
        case "--holiday" -> {
          String day = value(args, ++i);
          asked.holidays.add(tried(() -> LocalDate.parse(day)));
        }
        default -> asked.texts.add(text(arg));
      }
    }
    if (asked.texts.isEmpty()) {
      throw Arguments.wrong(this, "needs a text");
    }
    return asked;
  }

  private String text(String arg) {
    if (arg.startsWith("--")) {
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

  private interface Reading<T> {
    T read();
  }

  private <T> T tried(Reading<T> reading) {
    try {
      return reading.read();
    } catch (DateTimeException e) {
      throw Arguments.wrong(
          this, "takes moments like 2026-05-12T14:07 and zones like Europe/London");
    }
  }

  private static void print(String text, Moment moment, Asked asked, PrintStream out) {
    if (asked.json) {
      out.println(JSON.writeValueAsString(fields(text, moment, asked.zone)));
      return;
    }
    String when = moment.due() == null ? "from " + plain(moment.from(), asked) : due(moment, asked);
    out.println(moment.words() + ": " + when);
  }

  private static String due(Moment moment, Asked asked) {
    String due = plain(moment.due(), asked);
    return moment.from() == null ? due : plain(moment.from(), asked) + " to " + due;
  }

  private static String plain(@Nullable Instant at, Asked asked) {
    return at == null ? "" : PLAIN.format(at.atZone(asked.zone));
  }

  /** Places count characters, so that scripts in any language can cut the words out. */
  private static Map<String, Object> fields(String text, Moment moment, ZoneId zone) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("input", text);
    fields.put("text", moment.words());
    fields.put("start", text.codePointCount(0, moment.start()));
    fields.put("end", text.codePointCount(0, moment.end()));
    fields.put("moment", iso(moment.due(), zone));
    fields.put("from", iso(moment.from(), zone));
    fields.put("to", iso(moment.to(), zone));
    return fields;
  }

  private static Object iso(@Nullable Instant at, ZoneId zone) {
    return at == null ? NullNode.getInstance() : ISO.format(at.atZone(zone));
  }
}
