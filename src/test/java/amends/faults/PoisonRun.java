package amends.faults;

import amends.faults.Post.Answer;
import amends.faults.Samples.Sample;
import amends.testing.FakeRelay;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F23: the mails of the tests, mutated by a seed, and bombs between them, come in by the thousand
 * ({@code -Dfaults.mutants=}): each is kept whole, none is in the way of the next, and the program
 * stays small.
 */
@Tag("longrun")
class PoisonRun {
  private static final int BATCH = 100;
  private static final int AT_ONCE = 4;
  private static final int LEAST = 64;
  private static final Duration NEXT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Megabytes: a heap of 512 and what the JVM itself needs. */
  private static final long MOST_MEMORY = 900;

  @TempDir Path here;

  private final Map<String, Integer> sizes = new ConcurrentHashMap<>();
  private final List<String> broken = new ArrayList<>();
  private final Times normal = new Times();
  private long memory;

  @Test
  void nothingIsLostNothingIsInTheWayAndTheProgramStaysSmall() throws Exception {
    int mutants = Integer.getInteger("faults.mutants", 3_000);
    Plan plan = Plan.asked();
    List<Sample> corpus = Samples.mails();
    try (FakeRelay relay = new FakeRelay();
        Node node = new Node(here.resolve("node"), relay.port(), Map.of())) {
      node.start();
      Opening.day(node);
      try (Books books = new Books(node.record())) {
        for (int from = 0; from < mutants; from += BATCH) {
          List<byte[]> batch = new ArrayList<>();
          for (int i = from; i < Math.min(mutants, from + BATCH); i++) {
            batch.add(mutant(corpus, i, plan.random()));
          }
          send(node, batch, from);
          theNextIsACase(node, books, "normal-" + from);
          memory = Math.max(memory, node.memory());
        }
        Duration drained = Town.drained(books);
        kept(books);
        new Verdict(books)
            .receivers(relay.got(), 0)
            .hold(normal.worst().compareTo(NEXT) <= 0, "a normal mail waited for " + normal.worst())
            .hold(memory < MOST_MEMORY, "the program took " + memory + " MB")
            .hold(broken.isEmpty(), String.join("\n", broken))
            .check(node)
            .print(
                "PoisonRun %d mutants of %d mails, seed %d, a normal one after each %d is a case after %s, at most %d MB, drained after %d s"
                    .formatted(
                        mutants,
                        corpus.size(),
                        plan.seed(),
                        BATCH,
                        normal,
                        memory,
                        drained.toSeconds()));
      }
    }
  }

  private void send(Node node, List<byte[]> batch, int from) throws Exception {
    try (var hands = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Answer>> sent = new ArrayList<>();
      for (int i = 0; i < batch.size(); i++) {
        String mark = "mutant-" + (from + i);
        byte[] mail = batch.get(i);
        sizes.put(mark, mail.length);
        sent.add(
            hands.submit(() ->
                Post.send(
                    node.mailPort(),
                    mark + "@mutants.example",
                    mail,
                    "help@amends.localhost",
                    mark + "@amends.localhost")));
      }
      for (int i = 0; i < sent.size(); i++) {
        Answer answer = sent.get(i).get();
        if (answer != Answer.TAKEN) broken.add(answer + ": mutant-" + (from + i));
      }
    }
  }

  private void theNextIsACase(Node node, Books books, String id) {
    Post.send(
        node.mailPort(), id + "@customer.example", Correspondent.mail(id), "help@amends.localhost");
    String asked =
        "select count(*) from inbound where message_id like '%s@%%' and disposition = 'case'"
            .formatted(id);
    normal.add(Wait.until("the normal mail " + id, PATIENCE, () -> books.count(asked) == 1));
  }

  /** As many bytes as were sent, or the end of the last line more. */
  private void kept(Books books) throws SQLException {
    for (Map.Entry<String, Integer> sent : sizes.entrySet()) {
      long stored =
          books.count(
              "select coalesce(max(b.size), -1) from inbound i join blob b on b.sha256 = i.sha256 where i.envelope_to @> array['%s@amends.localhost']"
                  .formatted(sent.getKey()));
      long more = stored - sent.getValue();
      if (more < 0 || more > 2) {
        broken.add(
            "not kept whole: %s, %d bytes sent and %d stored"
                .formatted(sent.getKey(), sent.getValue(), stored));
      }
    }
  }

  /** One of the corpus, spoiled, with a mark of its own at its end so that no two are alike. */
  private static byte[] mutant(List<Sample> corpus, int number, Random random) {
    if (number % 250 == 249) return bomb(number, random);
    byte[] mail = corpus.get(random.nextInt(corpus.size())).mail();
    byte[] marked = crlf(mail);
    for (int i = random.nextInt(12); i >= 0; i--) {
      marked = spoiled(marked, random);
    }
    String mark = "\r\nmutant " + number + "\r\n";
    return joined(marked, mark.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] spoiled(byte[] mail, Random random) {
    if (mail.length < LEAST) return mail;
    int at = random.nextInt(mail.length);
    int length = Math.min(mail.length - at, 1 + random.nextInt(200));
    byte[] piece = Arrays.copyOfRange(mail, at, at + length);
    return switch (random.nextInt(6)) {
      case 0 -> flipped(mail, random);
      case 1 -> joined(Arrays.copyOf(mail, at), Arrays.copyOfRange(mail, at + length, mail.length));
      case 2 -> joined(Arrays.copyOf(mail, at + length), piece, from(mail, at + length));
      case 3 -> joined(Arrays.copyOf(mail, at), noise(random), from(mail, at));
      case 4 -> joined(Arrays.copyOf(mail, at), odd(random), from(mail, at));
      default -> repeated(mail, at, piece, random);
    };
  }

  private static byte[] flipped(byte[] mail, Random random) {
    byte[] other = mail.clone();
    for (int i = 0; i < 1 + mail.length / 250; i++) {
      other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return other;
  }

  private static byte[] repeated(byte[] mail, int at, byte[] piece, Random random) {
    byte[] out = Arrays.copyOf(mail, at);
    for (int i = random.nextInt(30); i >= 0; i--) {
      out = joined(out, piece);
    }
    return joined(out, from(mail, at));
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(400)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static final List<String> ODD =
      List.of(
          "\r\n\r\n",
          "\r\n--",
          "Content-Type: multipart/mixed; boundary=\r\n",
          "Content-Transfer-Encoding: base64\r\n",
          "=?utf-8?B?",
          "=?utf-16?Q?=FF=FE?=",
          "; charset=\"utf-7\"",
          "; filename*0*=''%00%0d%0a",
          "(((((((((((((((((((",
          "<<<<<<<<<<",
          "From nobody\r\n",
          "\u0000\u0000\u0000",
          "<table><b><svg>",
          "\r\n> > > On Mon wrote:\r\n");

  private static byte[] odd(Random random) {
    return ODD.get(random.nextInt(ODD.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bomb(int number, Random random) {
    StringBuilder mail =
        new StringBuilder(
            "From: bomb-%1$d@mutants.example\r\nSubject: bomb\r\nMessage-ID: <bomb-%1$d@x.example>\r\n"
                .formatted(number));
    switch (random.nextInt(5)) {
      case 0 -> {
        for (int i = 0; i < 10_000; i++) {
          mail.append("Content-Type: multipart/mixed; boundary=b").append(i);
          mail.append("\r\n\r\n--b").append(i).append("\r\n");
        }
      }
      case 1 ->
          mail.append("Content-Type: multipart/mixed; boundary=b\r\n\r\n")
              .append("--b\r\n\r\n".repeat(1_000_000));
      case 2 -> mail.append("\r\n").append("x".repeat(20_000_000)).append("\r\n");
      case 3 -> mail.append("Content-Type: text/html\r\n\r\n").append("<b><a>".repeat(150_000));
      default -> mail.append("To: ").append("(".repeat(60_000)).append("\r\n\r\nhello\r\n");
    }
    return mail.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] crlf(byte[] mail) {
    return new String(mail, StandardCharsets.ISO_8859_1)
        .replaceAll("\r?\n", "\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] from(byte[] mail, int at) {
    return Arrays.copyOfRange(mail, Math.min(at, mail.length), mail.length);
  }

  private static byte[] joined(byte[]... pieces) {
    var out = new java.io.ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      out.writeBytes(piece);
    }
    return out.toByteArray();
  }
}
