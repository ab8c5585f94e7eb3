package amends.journal;

import amends.shared.Duty;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Listens to PostgreSQL: one connection for each node, however many pages are open. While there is
 * none, the hearers are asked to look themselves, and a new one is tried each second.
 */
@Component
public final class Ear implements Duty {
  private static final Logger log = LoggerFactory.getLogger(Ear.class);
  private static final int WAIT_MILLIS = 1_000;

  private final DataSource database;
  private final ObjectProvider<Hearer> hearers;
  private @Nullable Connection line;
  private boolean gap = true;

  Ear(DataSource database, ObjectProvider<Hearer> hearers) {
    this.database = database;
    this.hearers = hearers;
  }

  @Override
  public String name() {
    return "ear";
  }

  @Override
  public Duration pause() {
    return Duration.ofMillis(500);
  }

  @Override
  public boolean perform() {
    List<PGNotification> told = List.of();
    boolean heard = false;
    try {
      told = listen();
      heard = true;
    } catch (SQLException e) {
      log.warn("nothing is heard of PostgreSQL, the feed is read instead: {}", e.getSQLState());
      hangUp();
    }
    tell(told, gap);
    gap = !heard;
    return heard;
  }

  private List<PGNotification> listen() throws SQLException {
    Connection open = line;
    if (open == null) {
      open = database.getConnection();
      line = open;
      try (Statement statement = open.createStatement()) {
        for (Hearer hearer : hearers.orderedStream().toList()) {
          statement.execute("listen " + hearer.channel());
        }
      }
      return List.of();
    }
    PGNotification[] told = open.unwrap(PGConnection.class).getNotifications(WAIT_MILLIS);
    return told == null ? List.of() : List.of(told);
  }

  private void tell(List<PGNotification> told, boolean afterGap) {
    hearers
        .orderedStream()
        .forEach(hearer -> {
          List<String> payloads = new ArrayList<>();
          for (PGNotification one : told) {
            if (one.getName().equals(hearer.channel())) {
              payloads.add(one.getParameter());
            }
          }
          hearer.heard(payloads, afterGap);
        });
  }

  /** Gives the line back; the next time a new one is taken. */
  @PreDestroy
  public void hangUp() {
    Connection open = line;
    line = null;
    gap = true;
    if (open != null) {
      try (open;
          Statement statement = open.createStatement()) {
        statement.execute("unlisten *");
      } catch (SQLException e) {
        log.debug("the line was broken already: {}", e.getSQLState());
      }
    }
  }
}
