package amends.faults;

import static org.assertj.core.api.Assertions.assertThat;

import amends.faults.Books.Stored;
import amends.faults.Post.Answer;
import amends.faults.Samples.Sample;
import amends.testing.FakeRelay;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail as it is really written goes through the door: broken, hostile, by machines and lists. */
@Tag("longrun")
class RealMailRun {
  private static final int BATCH = 25;
  private static final Duration NEXT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path here;

  private final Map<String, Sample> marked = new ConcurrentHashMap<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Times normal = new Times();
  private final List<String> broken = new ArrayList<>();
  private Node node;
  private Books books;
  private int normals;

  @Test
  void isNeverLostAndNeverInTheWayOfTheNext() throws Exception {
    try (FakeRelay relay = new FakeRelay();
        Node started = new Node(here.resolve("node"), relay.port(), Map.of())) {
      node = started;
      node.start();
      Opening.day(node);
      books = new Books(node.record());
      List<Sample> mails = Samples.mails();
      inBatches(mails, 1);
      inBatches(Samples.words(), 4);
      inBatches(again(mails), 4);
      int same = theSameAtOnce();
      Duration drained = Town.drained(books);
      everyOneLiesSomewhere();
      machinesOpenNothing();
      new Verdict(books)
          .receivers(relay.got(), 0)
          .hold(same == 1, "the same mail 20 times at once made " + same + " rows")
          .hold(normal.worst().compareTo(NEXT) <= 0, "a normal mail waited for " + normal.worst())
          .hold(broken.isEmpty(), String.join("\n", broken))
          .check(node)
          .print(
              "RealMailRun %d mails sent (%d by machines or lists), a normal one after each %d is a case after %s, slowest %s, drained after %d s"
                  .formatted(
                      answers.size(), machines(), BATCH, normal, slowest(), drained.toSeconds()));
      books.close();
    }
  }

  /** The same once more, four at a time: now most are known, and the others are not doubled. */
  private static List<Sample> again(List<Sample> mails) {
    return mails.stream().map(mail -> new Sample(mail.name() + " again", mail.mail())).toList();
  }

  private void inBatches(List<Sample> samples, int atOnce) throws Exception {
    for (int at = 0; at < samples.size(); at += BATCH) {
      List<Sample> batch = samples.subList(at, Math.min(at + BATCH, samples.size()));
      try (var hands = Executors.newFixedThreadPool(atOnce)) {
        batch.forEach(sample -> hands.submit(() -> send(sample)));
      }
      aNormalOneOpensACase();
    }
  }

  private void send(Sample sample) {
    String mark = "mark-" + (marked.size() + 1) + "-" + Math.abs(sample.name().hashCode());
    marked.put(mark, sample);
    Answer answer =
        Post.send(
            node.mailPort(),
            mark + "@sender.example",
            sample.mail(),
            "help@amends.localhost",
            mark + "@amends.localhost");
    answers.put(mark, answer);
  }

  private void aNormalOneOpensACase() throws SQLException {
    String id = "n-" + ++normals;
    Post.send(
        node.mailPort(), id + "@customer.example", Correspondent.mail(id), "help@amends.localhost");
    String asked =
        "select count(*) from inbound where message_id like '%s@%%' and disposition = 'case'"
            .formatted(id);
    normal.add(Wait.until("the normal mail " + id, PATIENCE, () -> books.count(asked) == 1));
  }

  private int theSameAtOnce() throws Exception {
    byte[] mail = Correspondent.mail("twenty");
    try (var hands = Executors.newFixedThreadPool(20)) {
      Callable<Answer> one =
          () ->
              Post.send(node.mailPort(), "twenty@customer.example", mail, "help@amends.localhost");
      List<Future<Answer>> sent = new ArrayList<>();
      for (int i = 0; i < 20; i++) sent.add(hands.submit(one));
      for (Future<Answer> each : sent) assertThat(each.get()).isEqualTo(Answer.TAKEN);
    }
    return (int) books.count("select count(*) from inbound where message_id like 'twenty@%'");
  }

  /** None stands twice byte for byte; each letter that was sent stands somewhere. */
  private void everyOneLiesSomewhere() throws SQLException {
    Set<String> known = new HashSet<>();
    Set<String> letters = new HashSet<>();
    for (Stored mail : books.stored()) {
      Sample sample = marked.get(mark(mail));
      if (sample != null) {
        letters.add(Raw.letter(sample.mail()));
        if (!known.add(Raw.wire(sample.mail()))) broken.add("twice: " + sample.name());
      }
    }
    answers.forEach((mark, answer) -> {
      Sample sample = Objects.requireNonNull(marked.get(mark));
      if (answer != Answer.TAKEN) broken.add(answer + ": " + sample.name());
      if (!letters.contains(Raw.letter(sample.mail()))) broken.add("lost: " + sample.name());
    });
  }

  private void machinesOpenNothing() throws SQLException {
    for (Stored mail : books.stored()) {
      Sample sample = marked.get(mark(mail));
      if (sample != null && Raw.isAutomatic(sample.mail()) && !mail.disposition().equals("tray")) {
        broken.add(mail.disposition() + " of a machine: " + sample.name());
      }
    }
  }

  private long machines() {
    return marked.values().stream().filter(sample -> Raw.isAutomatic(sample.mail())).count();
  }

  private String slowest() throws SQLException {
    Map<Long, String> byTime = new HashMap<>();
    long worst = 0;
    for (Stored mail : books.stored()) {
      worst = Math.max(worst, mail.millis());
      Sample sample = marked.get(mark(mail));
      byTime.put(mail.millis(), sample == null ? mail.messageId() : sample.name());
    }
    return worst + " ms (" + byTime.get(worst) + ")";
  }

  private static String mark(Stored mail) {
    return mail.to().replaceFirst("@.*", "");
  }
}
