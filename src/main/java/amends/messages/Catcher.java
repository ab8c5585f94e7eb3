package amends.messages;

import amends.messages.email.MailReader;
import amends.messages.email.door.Door;
import amends.messages.email.door.DoorOptions;
import amends.messages.email.door.Doorstep;
import amends.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The demo's mail server: takes everything on this machine's loopback and keeps it, so that nothing
 * leaves the house and one can read what customers would have received.
 */
@Component
public final class Catcher implements DisposableBean {
  private static final String LOOPBACK = "127.0.0.1";
  private static final long MOST_BYTES = 25L * 1024 * 1024;

  private final JdbcClient sql;
  private final InstantSource clock;
  private @Nullable Door door;

  Catcher(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Starts to catch. Nothing is caught unless this is called.
   *
   * @param port 0 for any that is free
   * @return the port that mail is to be handed over at, without TLS
   */
  public synchronized int open(int port) {
    Door opened = new Door(new DoorOptions(LOOPBACK, port, MOST_BYTES, "catcher"), keeping());
    opened.start();
    door = opened;
    return opened.port();
  }

  @Override
  public synchronized void destroy() {
    if (door != null) {
      door.stop();
      door = null;
    }
  }

  /**
   * The newest first.
   *
   * @param after the last id of the page before; null for the first page
   */
  public List<Caught> newest(@Nullable Long after, int most) {
    return sql.sql(
            """
            select id, envelope_from, envelope_to, caught_at, raw from caught_mail
            where cast(:after as bigint) is null or id < :after
            order by id desc limit :most
            """)
        .param("after", after)
        .param("most", most)
        .query(Catcher::caught)
        .list();
  }

  public Optional<Caught> find(long id) {
    return sql.sql(
            "select id, envelope_from, envelope_to, caught_at, raw from caught_mail where id = :id")
        .param("id", id)
        .query(Catcher::caught)
        .optional();
  }

  private static Caught caught(ResultSet rs, int n) throws SQLException {
    return new Caught(
        rs.getLong("id"),
        rs.getString("envelope_from"),
        rs.getString("envelope_to"),
        Sql.instant(rs, "caught_at"),
        MailReader.read(rs.getBytes("raw")));
  }

  private Doorstep keeping() {
    return new Doorstep() {
      @Override
      public void lay(String from, List<String> to, byte[] raw) {
        keep(from, to, raw);
      }

      @Override
      public boolean expects(String address) {
        return true;
      }
    };
  }

  private void keep(String from, List<String> to, byte[] raw) {
    sql.sql(
            """
            insert into caught_mail (envelope_from, envelope_to, caught_at, raw)
            values (:from, :to, :now, :raw)
            """)
        .param("from", from)
        .param("to", String.join(", ", to))
        .param("now", Sql.at(clock.instant()))
        .param("raw", raw)
        .update();
  }
}
