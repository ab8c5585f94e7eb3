package amends.messages;

import amends.messages.email.courier.Relay;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands e-mail to the brand's mail server; without any everything waits. */
final class EmailCarrier implements Carrier {
  private static final Logger log = LoggerFactory.getLogger(EmailCarrier.class);

  private final Letters letters;
  private final Servers servers;

  /** Which server takes what a brand sends. */
  interface Servers {
    boolean any();

    /** How many mails may be handed over at this moment, to all of them together. */
    int free();

    @Nullable Relay of(long brandId);

    default void close() {}
  }

  EmailCarrier(Letters letters, Servers servers) {
    this.letters = letters;
    this.servers = servers;
  }

  /** One server for all. */
  EmailCarrier(Letters letters, Relay relay) {
    this(
        letters,
        new Servers() {
          @Override
          public boolean any() {
            return true;
          }

          @Override
          public int free() {
            return relay.free();
          }

          @Override
          public Relay of(long brandId) {
            return relay;
          }

          @Override
          public void close() {
            relay.close();
          }
        });
  }

  @Override
  public Medium medium() {
    return Medium.EMAIL;
  }

  @Override
  public Room room() {
    return servers.any() ? new Room(servers.free(), Set.of()) : Room.NONE;
  }

  /** A server takes only a few at once, and the next as soon as one of them is through. */
  @Override
  public int ahead() {
    return servers.any() ? Integer.MAX_VALUE : 0;
  }

  /** Nothing is taken in hand that its server gets only later. */
  @Override
  public int ahead(long brandId) {
    Relay to = servers.of(brandId);
    return to == null ? ahead() : Math.min(ahead(), to.room());
  }

  @Override
  public Answer carry(Parcel parcel) {
    Relay to = servers.of(parcel.brandId());
    if (to == null) {
      return new Answer.Later("there is no mail server");
    }
    Letters.Ready letter;
    try {
      letter = letters.write(parcel);
    } catch (IllegalArgumentException e) {
      return new Answer.Refused(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      log.warn("delivery {} could not be written", parcel.deliveryId(), e);
      return new Answer.Later("it could not be written");
    }
    return to.send(letter.mailFrom(), letter.to(), letter.mime());
  }

  @Override
  public void close() {
    servers.close();
  }
}
