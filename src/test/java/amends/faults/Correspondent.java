package amends.faults;

import amends.faults.Post.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * Writes one mail after another, each by another customer. What is put off it sends again; of what
 * it does not know the end, half: as a mail server would, and as one would that died itself.
 */
final class Correspondent implements AutoCloseable {
  private static final long BETWEEN_MAILS = Duration.ofMillis(20).toNanos();
  private static final long BETWEEN_TRIES = Duration.ofMillis(200).toNanos();

  private final String name;
  private final IntSupplier door;
  private final Random random;
  private final Ledger ledger;
  private final Thread thread;
  private volatile boolean leaving;

  Correspondent(String name, Path here, IntSupplier door, long seed) throws IOException {
    this.name = name;
    this.door = door;
    this.random = new Random(seed);
    this.ledger = new Ledger(here.resolve(name + ".ledger"));
    this.thread = Thread.ofPlatform().name("correspondent " + name).start(this::write);
  }

  private void write() {
    for (int i = 1; !leaving; i++) {
      deliver(name + "-" + i);
      LockSupport.parkNanos(BETWEEN_MAILS);
    }
  }

  private void deliver(String id) {
    byte[] mail = mail(id);
    while (!leaving) {
      Answer answer =
          Post.send(door.getAsInt(), id + "@customer.example", mail, "help@amends.localhost");
      ledger.note(id, answer);
      if (answer == Answer.TAKEN || answer == Answer.REFUSED) return;
      if (answer == Answer.UNKNOWN && random.nextBoolean()) return;
      LockSupport.parkNanos(BETWEEN_TRIES);
    }
  }

  static byte[] mail(String id) {
    return """
    From: Customer %1$s <%1$s@customer.example>
    To: help@amends.localhost
    Subject: The kettle of %1$s leaks
    Message-ID: <%1$s@correspondent.example>
    Date: Mon, 2 Nov 2026 10:00:00 +0000
    Content-Type: text/plain; charset=utf-8

    It leaks since this morning, and I need it. It was bought by %1$s.
    """
        .formatted(id)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  Map<String, Answer> fates() {
    return ledger.fates();
  }

  @Override
  public void close() throws IOException {
    leaving = true;
    LockSupport.unpark(thread);
    try {
      thread.join(Duration.ofSeconds(90));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ledger.close();
  }
}
