package amends.messages;

import amends.messages.email.courier.Relay;
import amends.messages.email.courier.RelayOptions;
import amends.messages.email.door.Caller;
import amends.shared.Settings;
import amends.testing.FakeRelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** The mail of a whole program under test: lays mail at the door, lets it be read, sends. */
public final class PostOffice implements AutoCloseable {
  private final Arrivals arrivals;
  private final InboundReading reading;
  private final FakeRelay relay;
  private final Courier courier;
  private final MassCourier many;
  private final NoticeCourier noticeCourier;
  private boolean held;

  public PostOffice(ApplicationContext context) {
    arrivals = context.getBean(Arrivals.class);
    reading = context.getBean(InboundReading.class);
    try {
      relay = new FakeRelay();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Settings.Smtp server = new Settings.Smtp("127.0.0.1", relay.port(), "", "", Settings.Tls.NONE);
    Relay to =
        new Relay(
            new RelayOptions(server, "mail.test", Duration.ofSeconds(2), Duration.ofSeconds(2)));
    EmailCarrier carrier = new EmailCarrier(context.getBean(Letters.class), to);
    courier = context.getBean(Couriers.class).of(carrier, () -> false);
    many = context.getBean(Couriers.class).ofMany(carrier, () -> false);
    noticeCourier = new NoticeCourier(context.getBean(NoticeCourier.Tools.class), to, () -> held);
  }

  /** A person writes; the mail is stored and read. */
  public void write(String from, String to, String id, String subject, String words) {
    String headers =
        "From: " + from + "\nTo: " + to + "\nSubject: " + subject + "\nMessage-ID: " + id;
    lay(bare(from), to, headers + "\n\n" + words + "\n");
  }

  /** Any mail at all, as it stands; read when this ends, however long that took. */
  public void lay(String envelopeFrom, String to, String mime) {
    byte[] raw = mime.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    arrivals.lay(envelopeFrom, List.of(to), raw);
    while (reading.perform() || reading.busy()) {
      // The next batch.
    }
  }

  /** The same, by a machine of somebody. */
  public void lay(String envelopeFrom, String to, String mime, Caller caller) {
    byte[] raw = mime.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    arrivals.lay(envelopeFrom, List.of(to), raw, caller);
    while (reading.perform() || reading.busy()) {
      // The next batch.
    }
  }

  /** Sends what is to be sent. */
  public void deliver() {
    while (courier.perform() || courier.busy()) {
      // The next batch.
    }
  }

  /** Sends what goes to many and may leave now. */
  public void deliverToMany() {
    while (many.perform() || many.busy()) {
      // The next batch.
    }
  }

  /** One batch of it. */
  public void deliverSomeToMany() {
    many.perform();
    while (many.busy()) {
      Thread.onSpinWait();
    }
  }

  /** Sends what colleagues are to be told. */
  public void tellColleagues() {
    while (noticeCourier.perform()) {
      // The next one.
    }
  }

  /** As after a restore: nothing goes out to colleagues until it is released. */
  public void hold(boolean now) {
    held = now;
  }

  /** What customers have received. */
  public List<FakeRelay.Got> received() {
    return relay.got();
  }

  public FakeRelay relay() {
    return relay;
  }

  private static String bare(String from) {
    return from.replaceFirst(".*<", "").replace(">", "");
  }

  @Override
  public void close() {
    many.close();
    courier.close();
    try {
      relay.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
