package amends.messages.email;

import amends.messages.Invitation;
import amends.messages.MailPerson;
import amends.messages.ReadMail;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code ./amends mail inspect PATH… [--json]}: how an e-mail is read. */
public final class MailInspect {
  private static final int DONE = 0;
  private static final int USED_WRONGLY = 2;
  private static final int COULD_NOT_RUN = 3;
  private static final int READERS = 2;
  private static final int AHEAD = 16;

  /** Of one file, which may be a mailbox of many messages. */
  private static final int MOST_BYTES = 200 * 1024 * 1024;

  private static final String USAGE =
      "Name the files or folders to read: ./amends mail inspect PATH… [--json]";

  private final PrintStream out;
  private final PrintStream err;
  private final boolean json;
  private final int most;
  private int code = DONE;

  private MailInspect(PrintStream out, PrintStream err, boolean json, int most) {
    this.out = out;
    this.err = err;
    this.json = json;
    this.most = most;
  }

  /** What stands in a file, and whether it holds more than is read. */
  private record Told(String lines, boolean cut) {}

  /**
   * @return the exit code: 0 all read, 2 used wrongly, 3 a path could not be read (the others are
   *     read all the same)
   */
  public static int run(List<String> args, PrintStream out, PrintStream err) {
    return run(args, out, err, MOST_BYTES);
  }

  static int run(List<String> args, PrintStream out, PrintStream err, int most) {
    boolean json = args.contains("--json");
    List<String> paths = args.stream().filter(arg -> !arg.equals("--json")).toList();
    for (String path : paths) {
      if (path.startsWith("--")) {
        err.println("There is no option " + path + ". " + USAGE);
        return USED_WRONGLY;
      }
    }
    if (paths.isEmpty()) {
      err.println(USAGE);
      return USED_WRONGLY;
    }
    MailInspect inspect = new MailInspect(out, err, json, most);
    inspect.all(paths);
    out.flush();
    return inspect.code;
  }

  private void all(List<String> paths) {
    List<Path> files = new ArrayList<>();
    paths.forEach(path -> files.addAll(files(path)));
    try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
      Deque<Future<Told>> lines = new ArrayDeque<>();
      // Few are read ahead, so that a folder of any size fits into memory.
      for (int next = 0, shown = 0; shown < files.size(); shown++) {
        while (next < files.size() && next < shown + AHEAD) {
          Path file = files.get(next++);
          lines.add(readers.submit(() -> line(file)));
        }
        show(files.get(shown), lines.remove());
      }
    }
  }

  private void show(Path file, Future<Told> line) {
    try {
      Told told = line.get();
      out.println(told.lines());
      if (told.cut()) {
        fail(
            file
                + " was read up to "
                + most
                + " bytes and holds more; split it and read the parts.");
      }
    } catch (ExecutionException e) {
      fail(file + " could not be read; is it a file that you may read?");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail("Reading was interrupted.");
    }
  }

  private void fail(String sentence) {
    err.println(sentence);
    code = COULD_NOT_RUN;
  }

  private List<Path> files(String written) {
    try {
      Path path = Path.of(written);
      if (!Files.exists(path)) {
        fail("There is no file or folder " + written + "; check the path.");
        return List.of();
      }
      try (Stream<Path> below = Files.walk(path)) {
        return below.filter(Files::isRegularFile).sorted().toList();
      }
    } catch (InvalidPathException | IOException | java.io.UncheckedIOException e) {
      fail(written + " could not be opened; check the path and its permissions.");
      return List.of();
    }
  }

  private Told line(Path file) throws IOException {
    List<String> told = new ArrayList<>();
    try (InputStream raw = Files.newInputStream(file)) {
      byte[] all = raw.readNBytes(most);
      List<byte[]> messages = Mailbox.split(all);
      for (int i = 0; i < messages.size(); i++) {
        String name = messages.size() == 1 ? file.toString() : file + "#" + (i + 1);
        ReadMail mail = MailReader.read(messages.get(i), Bounds.USUAL, null);
        told.add(json ? MailJson.line(name, mail, messages.get(i)) : words(name, mail));
      }
      return new Told(String.join("\n", told), raw.read() >= 0);
    }
  }

  private static String words(String file, ReadMail mail) {
    StringBuilder words = new StringBuilder(file).append('\n');
    row(words, "From", mail.from() == null ? "" : mail.from().written());
    row(words, "To", people(mail.to()));
    row(words, "Cc", people(mail.cc()));
    row(words, "Reply to", people(mail.replyTo()));
    row(words, "Subject", mail.subject());
    row(words, "Date", mail.date() == null ? "" : mail.date().toString());
    row(words, "Message", mail.messageId() == null ? "" : mail.messageId());
    row(words, "Answers", mail.inReplyTo() == null ? "" : mail.inReplyTo());
    row(words, "Automatic", mail.automaticReason() == null ? "" : mail.automaticReason());
    row(words, "Bounce", mail.bounce() == null ? "" : bounce(mail.bounce()));
    Invitation event = mail.invitation();
    row(words, "Calendar", event == null ? "" : event(event));
    row(words, "Wrapped", mail.wrapper() == null ? "" : mail.wrapper());
    for (ReadMail.Attachment attachment : mail.attachments()) {
      row(
          words,
          "Attached",
          attachment.name() + " (" + attachment.type() + ", " + attachment.size() + " bytes)");
    }
    row(words, "Error", mail.error() == null ? "" : mail.error());
    mail.replyText().lines().forEach(line -> words.append("  | ").append(line).append('\n'));
    return words.toString();
  }

  private static void row(StringBuilder words, String label, String value) {
    if (!value.isEmpty()) {
      words.append("  ").append(label).append(": ").append(value).append('\n');
    }
  }

  private static String people(List<MailPerson> people) {
    return people.stream().map(MailPerson::written).collect(Collectors.joining(", "));
  }

  private static String event(Invitation event) {
    String who =
        event.attendees().stream()
            .map(attendee -> (attendee.person().written() + " " + attendee.state()).strip())
            .collect(Collectors.joining(", "));
    return (event.method() + " " + Calendars.lines(event).replace("\n", " · ") + " · " + who)
        .strip();
  }

  private static String bounce(ReadMail.Bounce bounce) {
    return "%s %s %s %s %s"
        .formatted(
            bounce.type(), bounce.recipient(), bounce.status(), bounce.reason(), bounce.words());
  }
}
