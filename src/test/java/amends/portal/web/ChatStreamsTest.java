package amends.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Customers;
import amends.messages.Chats;
import amends.messages.Messages;
import amends.messages.Next;
import amends.messages.Outgoing;
import amends.portal.Company;
import amends.shared.Subject;
import amends.staff.Staff;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An open chat is told when something was said, and nothing of what. */
@DatabaseTest
class ChatStreamsTest {
  @Autowired Chats chats;
  @Autowired Company company;
  @Autowired Messages messages;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired TestClock clock;

  @Test
  void anOpenPageIsToldToLookOnceAnAnswerHasLeft() throws Exception {
    Fernhill world = new Fernhill(staff, customers);
    ChatStreams streams = new ChatStreams(chats, company);
    Subject about = Subject.of("case", 77);
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    Thread reader =
        Thread.ofVirtual()
            .start(() -> {
              try {
                streams.pump(about, out(told));
              } catch (IOException | InterruptedException e) {
                told.add("ended");
              }
            });
    assertThat(told.poll(20, TimeUnit.SECONDS)).startsWith("retry");
    messages.send(
        new Outgoing(
            about,
            world.ruth().id(),
            "ruth@adeyemi.example",
            "Your jug",
            "It is on its way.",
            Outgoing.Kind.REPLY,
            world.priya.actor(),
            world.brand.id(),
            null,
            new Next.NothingMore()));
    clock.pass(Duration.ofSeconds(30));
    assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("data: look\n\n");
    streams.leave();
    assertThat(reader.join(Duration.ofSeconds(20))).isTrue();
  }

  private static OutputStream out(BlockingQueue<String> told) {
    return new OutputStream() {
      @Override
      public void write(int b) {
        throw new IllegalStateException("written byte by byte");
      }

      @Override
      public void write(byte[] bytes) {
        told.add(new String(bytes, StandardCharsets.UTF_8));
      }
    };
  }
}
