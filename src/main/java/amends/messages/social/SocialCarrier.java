package amends.messages.social;

import amends.messages.Answer;
import amends.messages.Carrier;
import amends.messages.Connection;
import amends.messages.Connections;
import amends.messages.Medium;
import amends.messages.Pace;
import amends.messages.Parcel;
import java.util.List;
import java.util.Optional;

/** Says in public or to one account what is to be said there, at the network's pace. */
final class SocialCarrier implements Carrier {
  private final Medium medium;
  private final Networks networks;
  private final Connections connections;
  private final Mentions mentions;
  private final Pace pace;

  SocialCarrier(
      Medium medium, Networks networks, Connections connections, Mentions mentions, Pace pace) {
    this.medium = medium;
    this.networks = networks;
    this.connections = connections;
    this.mentions = mentions;
    this.pace = pace;
  }

  @Override
  public Medium medium() {
    return medium;
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
            .or(() -> networks.to(parcel.address(), parcel.brandId()));
    if (given.isEmpty()) {
      return new Answer.Later("no network is connected");
    }
    Answer answer = said(given.get(), parcel);
    networks.answered(given.get().id(), answer);
    return answer;
  }

  private Answer said(Connection connection, Parcel parcel) {
    boolean open = medium == Medium.PUBLIC;
    Ref answering = answering(connection, parcel);
    if (open && answering.isNone()) {
      return new Answer.Refused("what it was to answer is not there any more");
    }
    SocialNetwork network = networks.of(connection);
    int room = network.longest(open, parcel.address());
    List<String> pieces =
        open ? List.of(parcel.body().strip()) : Pieces.of(parcel.body(), room, network::length);
    pace.used(connection.id());
    return network.say(
        networks.line(connection),
        new SocialNetwork.Said(
            open,
            parcel.address(),
            pieces,
            answering,
            "amends-" + parcel.deliveryId(),
            parcel.at()));
  }

  private Ref answering(Connection connection, Parcel parcel) {
    Optional<Mentions.Earlier> last =
        medium == Medium.PUBLIC
            ? mentions.open(parcel.customerId(), parcel.about())
            : mentions.direct(parcel.customerId(), parcel.about());
    return last.filter(l -> l.account().equalsIgnoreCase(parcel.address()))
        .map(l -> Ref.read(l.ref(), connection.id()))
        .orElse(Ref.NONE);
  }
}
