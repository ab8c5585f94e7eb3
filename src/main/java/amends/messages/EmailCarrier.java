package amends.messages;

import amends.messages.email.courier.Relay;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands e-mail to the mail server; without one everything waits. */
final class EmailCarrier implements Carrier {
  private static final Logger log = LoggerFactory.getLogger(EmailCarrier.class);

  private final Letters letters;
  private final @Nullable Relay relay;

  EmailCarrier(Letters letters, @Nullable Relay relay) {
    this.letters = letters;
    this.relay = relay;
  }

  @Override
  public Medium medium() {
    return Medium.EMAIL;
  }

  @Override
  public Room room() {
    return relay == null ? Room.NONE : Room.ALL;
  }

  @Override
  public Answer carry(Parcel parcel) {
    Relay to = relay;
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
    if (relay != null) {
      relay.close();
    }
  }
}
