package amends.messages.social;

import amends.messages.Answer;
import amends.messages.Connection;
import amends.messages.Connections;
import amends.shared.Acts;
import amends.shared.Duty;
import amends.shared.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks each network what was said to us. How far it has been heard is written in the same act as
 * what was heard: nothing is lost by a fall between the two, and nothing counted twice.
 */
@Component
final class SocialEar implements Duty {
  private static final Logger log = LoggerFactory.getLogger(SocialEar.class);

  private static final String DEAF = "it did not say what was said to us: ";

  private final Networks networks;
  private final Connections connections;
  private final SocialIntake intake;
  private final Acts acts;
  private final InstantSource clock;

  SocialEar(
      Networks networks,
      Connections connections,
      SocialIntake intake,
      Acts acts,
      InstantSource clock) {
    this.networks = networks;
    this.connections = connections;
    this.intake = intake;
    this.acts = acts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "social";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(20);
  }

  @Override
  public boolean perform() {
    boolean more = false;
    for (Connection connection : networks.on()) {
      if (connection.takes(clock.instant())) {
        more |= hear(connection);
      }
    }
    return more;
  }

  private boolean hear(Connection connection) {
    String mark = connections.readTo(connection.id());
    try {
      SocialNetwork.Heard heard = networks.of(connection).hear(networks.line(connection), mark);
      for (SocialNetwork.Mention mention : heard.mentions()) {
        take(connection, mention);
      }
      if (!heard.mark().equals(mark)) {
        connections.readTo(connection.id(), heard.mark());
      }
      hearsAgain(connection);
      return heard.more();
    } catch (IOException e) {
      note(connection.id(), Unreached.of(e));
      return false;
    }
  }

  /** What is wrong with saying something is not mended by hearing. */
  private void hearsAgain(Connection connection) {
    String trouble = connection.trouble();
    if (trouble == null || trouble.startsWith(DEAF)) {
      connections.worked(connection.id());
    }
  }

  private void take(Connection connection, SocialNetwork.Mention mention) {
    try {
      acts.run(() -> {
        intake.take(connection, mention);
        connections.readTo(connection.id(), mention.mark());
      });
    } catch (Refusal unusable) {
      log.warn(
          "connection {}: something said there names nobody: {}", connection.id(), unusable.key());
      connections.readTo(connection.id(), mention.mark());
    }
  }

  private void note(long connection, Answer answer) {
    if (answer instanceof Answer.Busy busy) {
      connections.busy(connection, busy.pause());
    } else {
      connections.failed(connection, DEAF + answer.reply());
    }
  }
}
