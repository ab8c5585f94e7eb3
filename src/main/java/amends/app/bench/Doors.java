package amends.app.bench;

import amends.app.Trouble;
import amends.messages.email.door.Door;
import amends.messages.email.door.DoorOptions;
import amends.messages.email.door.Doorstep;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The program's mail door, and one beside it that stores bytes durably and does nothing else. */
final class Doors implements AutoCloseable {
  private static final int CLIENTS = Taking.CLIENTS;
  private static final long LARGEST = 1 << 20;

  private final Taking taking;
  private final Door real;
  private final Door bare;
  private final JdbcClient sql;

  Doors(ApplicationContext context, Taking taking) {
    this.taking = taking;
    real = context.getBean(Door.class);
    sql = context.getBean(JdbcClient.class);
    DataSource pool = context.getBean(DataSource.class);
    bare =
        new Door(
            new DoorOptions("127.0.0.1", 0, LARGEST, "bench.example"),
            new Bytes(pool, Script.read("mail").of("store")));
    bare.start();
    if (!real.isRunning()) {
      real.start();
    }
  }

  /** Each mail a row and a commit of its own. */
  private record Bytes(DataSource pool, String statement) implements Doorstep {
    @Override
    public void lay(String envelopeFrom, List<String> envelopeTo, byte[] raw) {
      try (Connection connection = pool.getConnection();
          PreparedStatement insert = connection.prepareStatement(statement)) {
        insert.setBytes(1, raw);
        insert.executeUpdate();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public boolean expects(String address) {
      return true;
    }
  }

  /** Eight senders, each over one connection, until the last 250. */
  void real(int count, Pace pace) {
    long before = stored("told");
    pace.time(count, () -> send(real.port(), count));
    mustBe(count, stored("told") - before);
  }

  void bare(int count, Pace pace) {
    long before = stored("kept");
    pace.time(count, () -> send(bare.port(), count));
    mustBe(count, stored("kept") - before);
  }

  /** Reads what the door took, until the last one is a case. */
  void drain(Pace pace) {
    int waiting = (int) taking.waiting();
    pace.time(waiting, taking::read);
  }

  private long stored(String name) {
    return sql.sql(Script.read("mail").of(name)).query(Long.class).single();
  }

  private static void mustBe(long sent, long stored) {
    if (sent != stored) {
      throw Trouble.couldNotRun("Of " + sent + " mails " + stored + " are stored; mend the door.");
    }
  }

  private void send(int port, int count) {
    long from = taking.numbers(count);
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        long first = from + (long) count * i / CLIENTS;
        long last = from + (long) count * (i + 1) / CLIENTS;
        Callable<Void> part = () -> send(port, first, last);
        all.add(clients.submit(part));
      }
      for (Future<Void> each : all) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Void send(int port, long first, long last) throws IOException {
    try (SmtpLine line = new SmtpLine(port)) {
      for (long n = first; n < last; n++) {
        line.send(taking.post().address(n), taking.post().recipient(), taking.post().mail(n));
      }
    }
    return null;
  }

  @Override
  public void close() {
    bare.stop();
  }
}
