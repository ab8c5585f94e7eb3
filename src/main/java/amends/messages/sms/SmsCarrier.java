package amends.messages.sms;

import amends.messages.Answer;
import amends.messages.Callbacks;
import amends.messages.Carrier;
import amends.messages.Connection;
import amends.messages.Connections;
import amends.messages.HttpCarrier;
import amends.messages.Medium;
import amends.messages.Pace;
import amends.messages.Parcel;
import amends.staff.Staff;
import java.util.Optional;

/** Hands text messages to the provider that each was given to, at that provider's pace. */
final class SmsCarrier implements Carrier {
  private final Connections connections;
  private final HttpCarrier http;
  private final Pace pace;
  private final Callbacks callbacks;
  private final Staff staff;

  SmsCarrier(
      Connections connections, HttpCarrier http, Pace pace, Callbacks callbacks, Staff staff) {
    this.connections = connections;
    this.http = http;
    this.pace = pace;
    this.callbacks = callbacks;
    this.staff = staff;
  }

  @Override
  public Medium medium() {
    return Medium.SMS;
  }

  @Override
  public Room room() {
    return pace.room();
  }

  @Override
  public Answer carry(Parcel parcel) {
    Optional<Connection> given =
        Optional.ofNullable(parcel.connectionId())
            .flatMap(connections::find)
            .filter(Connection::isOn)
            .or(() -> connections.forBrand(Medium.SMS, parcel.brandId()));
    if (given.isEmpty()) {
      return new Answer.Later("no provider is connected");
    }
    Optional<String> to = Numbers.dialled(parcel.address(), staff.brand(parcel.brandId()).locale());
    if (to.isEmpty()) {
      return new Answer.Refused("no telephone can have this number");
    }
    return carry(given.get(), parcel, to.get());
  }

  private Answer carry(Connection connection, Parcel parcel, String to) {
    SmsProvider provider = (SmsProvider) connections.provider(connection.kind());
    SmsProvider.Text text =
        new SmsProvider.Text(
            to,
            parcel.body(),
            "amends-" + parcel.deliveryId(),
            callbacks.receipts(Medium.SMS, connection.id(), parcel.deliveryId()));
    pace.used(connection.id());
    String secret = connections.secret(connection.id());
    return http.call(connection.id(), provider.request(connection, secret, text), provider::read);
  }
}
