package amends.app.postgres;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.CountDownLatch;

/** A program of its own that starts a server, writes one row, says the server's pid and stays. */
public final class StartsAndStays {
  private StartsAndStays() {}

  public static void main(String[] args) throws Exception {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(Options.in(Path.of(args[0])).with("shared_buffers", "32MB"));
    try (var connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.ownerUser(), postgres.ownerPassword());
        var statement = connection.createStatement()) {
      statement.execute("create table note (words text)");
      statement.execute("insert into note values ('committed')");
    }
    System.out.println(postgres.pid());
    System.out.flush();
    new CountDownLatch(1).await();
  }
}
