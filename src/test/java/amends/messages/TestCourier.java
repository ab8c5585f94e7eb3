package amends.messages;

import amends.messages.email.courier.Relay;
import amends.messages.email.courier.RelayOptions;
import amends.shared.Settings;
import org.springframework.context.ApplicationContext;

/** A courier of a test's own, to a mail server on this machine. */
public final class TestCourier implements AutoCloseable {
  private final Courier courier;

  public TestCourier(ApplicationContext context, int port) {
    Settings.Smtp server = new Settings.Smtp("127.0.0.1", port, "", "", Settings.Tls.NONE);
    Relay relay = new Relay(new RelayOptions(server, "mail.test"));
    EmailCarrier carrier = new EmailCarrier(context.getBean(Letters.class), relay);
    courier = context.getBean(Couriers.class).of(carrier, () -> false);
  }

  public boolean perform() {
    return courier.perform();
  }

  @Override
  public void close() {
    courier.close();
  }
}
