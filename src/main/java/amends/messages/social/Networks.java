package amends.messages.social;

import amends.messages.Answer;
import amends.messages.Connection;
import amends.messages.Connections;
import amends.messages.Medium;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which network an account lives on, and who we are there. */
@Component
final class Networks {
  private final Connections connections;

  Networks(Connections connections) {
    this.connections = connections;
  }

  List<Connection> on() {
    return connections.on(Medium.SOCIAL);
  }

  SocialNetwork of(Connection connection) {
    return (SocialNetwork) connections.provider(connection.kind());
  }

  /** The one through which a brand speaks with an account. */
  Optional<Connection> to(String account, long brandId) {
    return on().stream()
        .filter(c -> c.brandId() == null || c.brandId() == brandId)
        .filter(c -> of(c).isAccount(account))
        .findFirst();
  }

  /** Those through which a brand speaks. */
  List<Connection> of(long brandId) {
    return on().stream().filter(c -> c.brandId() == null || c.brandId() == brandId).toList();
  }

  /** The connection with that number, where it is one to a network. */
  Optional<Connection> find(long id) {
    return connections.find(id).filter(c -> c.medium() == Medium.SOCIAL);
  }

  void answered(long connection, Answer answer) {
    connections.answered(connection, answer);
  }

  SocialNetwork.Line line(Connection connection) {
    return new SocialNetwork.Line(connection, connections.secret(connection.id()));
  }
}
