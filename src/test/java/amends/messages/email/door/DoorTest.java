package amends.messages.email.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.testing.Sender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorTest {
  private static final int MOST = 200_000;

  private final Step step = new Step();
  private final Door door =
      new Door(
          new DoorOptions(
              "127.0.0.1", 0, MOST, "mail.test", Duration.ofSeconds(5), Duration.ofSeconds(20)),
          step);

  @BeforeEach
  void open() {
    door.start();
  }

  @AfterEach
  void shut() {
    door.stop();
  }

  @Test
  void takesMailByteForByte() throws IOException {
    byte[] mime =
        "Subject: jug\r\n\r\nbare\nline, bare\rreturn, \0 nothing, \u00fc, a last line\r\n"
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThat(send(mime)).startsWith("250");

    assertThat(step.laid).hasSize(1);
    assertThat(step.laid.getFirst().raw()).startsWith(mime);
    assertThat(step.laid.getFirst().from()).isEqualTo("ann@example.org");
    assertThat(step.laid.getFirst().to()).containsExactly("help@mail.test");
    assertThat(step.last).as("who brought it").isEqualTo(new Caller("127.0.0.1", "test"));
  }

  @Test
  void putsOffWhatCannotBeStoredAndTakesTheNextOnTheSameLine() throws IOException {
    try (Sender sender = new Sender(door.port())) {
      step.broken = true;
      assertThat(sender.send("a@example.org", "help@mail.test", mail("one"))).startsWith("451");
      step.broken = false;
      assertThat(sender.send("a@example.org", "help@mail.test", mail("two"))).startsWith("250");
    }
    assertThat(step.laid).hasSize(1);
  }

  @Test
  void refusesWhatIsTooLargeWithASentenceAndTakesTheNextOnTheSameLine() throws IOException {
    try (Sender sender = new Sender(door.port())) {
      String reply =
          sender.send(
              "a@example.org", "help@mail.test", mail("x".repeat(70).concat("\r\n").repeat(4_000)));
      assertThat(reply).startsWith("552").contains("larger than");
      assertThat(sender.send("a@example.org", "help@mail.test", mail("two"))).startsWith("250");
    }
    assertThat(step.laid).hasSize(1);
  }

  @Test
  void storesNothingOfAMailThatBreaksOff() throws IOException {
    try (Sender sender = new Sender(door.port())) {
      sender.say("MAIL FROM:<a@example.org>");
      sender.say("RCPT TO:<help@mail.test>");
      sender.say("DATA");
      sender.write("Subject: half\r\n\r\nhalf of it\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(send(mail("whole"))).startsWith("250");
    assertThat(step.laid).hasSize(1);
    assertThat(new String(step.laid.getFirst().raw(), StandardCharsets.US_ASCII)).contains("whole");
  }

  @Test
  void takesNothingForOthers() throws IOException {
    try (Sender sender = new Sender(door.port())) {
      assertThat(sender.send("a@example.org", "bob@elsewhere.test", mail("x"))).startsWith("550");
    }
  }

  @Test
  void aDotInsideALineOfItsOwnNeedsItsLineEnds() throws IOException {
    byte[] smuggled =
        mail("first\n.\nMAIL FROM:<evil@example.org>\nRCPT TO:<help@mail.test>\nDATA\nsecond");

    assertThat(send(smuggled)).startsWith("250");

    assertThat(step.laid).hasSize(1);
    assertThat(step.laid.getFirst().raw()).startsWith(smuggled);
  }

  /** Found by a run of spoiled mails: one that begins with dots was kept with a dot more. */
  @Test
  void aMailWhoseFirstLineBeginsWithADotIsKeptAsItWasWritten() throws IOException {
    byte[] travelling = "......\r\n...two\r\nthree".getBytes(StandardCharsets.US_ASCII);

    assertThat(send(travelling)).startsWith("250");

    assertThat(new String(step.laid.getFirst().raw(), StandardCharsets.US_ASCII))
        .startsWith(".....\r\n..two\r\nthree");
  }

  @Test
  void saysWhichPortIsTaken() {
    Door second = new Door(new DoorOptions("127.0.0.1", door.port(), MOST, "mail.test"), step);

    assertThatThrownBy(second::start)
        .isInstanceOf(PortTaken.class)
        .hasMessageContaining(String.valueOf(door.port()))
        .hasMessageContaining("AMENDS_MAIL_PORT");
  }

  private String send(byte[] mime) throws IOException {
    try (Sender sender = new Sender(door.port())) {
      return sender.send("ann@example.org", "help@mail.test", mime);
    }
  }

  private static byte[] mail(String words) {
    return ("Subject: s\r\n\r\n" + words).getBytes(StandardCharsets.US_ASCII);
  }

  private record Laid(String from, List<String> to, byte[] raw) {}

  private static final class Step implements Doorstep {
    private final List<Laid> laid = new CopyOnWriteArrayList<>();
    private volatile boolean broken;
    private volatile Caller last = Caller.NOBODY;

    @Override
    public void lay(String from, List<String> to, byte[] raw) {
      if (broken) {
        throw new IllegalStateException("the database is away");
      }
      laid.add(new Laid(from, to, raw));
    }

    @Override
    public void lay(String from, List<String> to, byte[] raw, Caller caller) {
      last = caller;
      lay(from, to, raw);
    }

    @Override
    public boolean expects(String address) {
      return address.endsWith("@mail.test");
    }
  }
}
