package amends.app.bench;

import amends.shared.Sql;
import amends.shared.Tokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One connection that writes cases as fast as statements can: one for a table, one commit. */
final class LimitHand {
  private static final List<String> ORDER =
      List.of(
          "customer",
          "contact_point",
          "promise",
          "alarm",
          "amends_case",
          "blob",
          "inbound_and_messages",
          "statement",
          "delivery",
          "journal");

  private final Connection connection;
  private final InstantSource clock;
  private final Post post;
  private final Map<String, @Nullable Object> sample;
  private final List<Prepared> statements = new ArrayList<>();

  LimitHand(
      Connection connection,
      Script script,
      InstantSource clock,
      Post post,
      Map<String, @Nullable Object> sample)
      throws SQLException {
    this.connection = connection;
    this.clock = clock;
    this.post = post;
    this.sample = sample;
    connection.setAutoCommit(false);
    for (String name : ORDER) {
      statements.add(new Prepared(connection, script.of(name)));
    }
  }

  void open(long n) throws SQLException {
    Map<String, @Nullable Object> values = values(n);
    for (Prepared statement : statements) {
      statement.run(values);
    }
    connection.commit();
  }

  private Map<String, @Nullable Object> values(long n) {
    Map<String, @Nullable Object> values = new HashMap<>(sample);
    byte[] raw = post.mail(n);
    Instant now = clock.instant();
    values.put("raw", raw);
    values.put("size", (long) raw.length);
    values.put("sha256", Tokens.sha256(raw));
    values.put("address", post.address(n));
    values.put("message_id", post.messageId(n));
    values.put("recipient", post.recipient());
    values.put("now", Sql.at(now));
    values.put("warn", Sql.at(after(now, "warn_seconds")));
    values.put("due", Sql.at(after(now, "due_seconds")));
    values.put("due_text", after(now, "due_seconds").toString());
    values.put("give_up", Sql.at(after(now, "give_up_seconds")));
    return values;
  }

  private Instant after(Instant now, String seconds) {
    return now.plusSeconds(((Number) Objects.requireNonNull(sample.get(seconds))).longValue());
  }
}
