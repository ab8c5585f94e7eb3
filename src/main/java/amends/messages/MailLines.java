package amends.messages;

import amends.shared.Settings;
import amends.shared.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mail door, and the server that takes mail. */
@Component
@Order(1)
final class MailLines implements Lines {
  private final MailStates states;
  private final Settings settings;
  private final JdbcClient sql;

  MailLines(MailStates states, Settings settings, JdbcClient sql) {
    this.states = states;
    this.settings = settings;
    this.sql = sql;
  }

  @Override
  public List<LineState> lines() {
    MailState now = states.now();
    Settings.Smtp smtp = settings.smtp();
    Settings.Door door = settings.mail();
    return List.of(
        new LineState(
            "mail",
            "messages.line.mail-in",
            door.address() + ":" + door.port(),
            now.unreadInTrouble() > 0 ? "trouble" : now.unread() > 0 ? "waiting" : "ok",
            last(
                """
                select max(received_at) from (select * from inbound order by id desc limit 5000) i
                where door = 'smtp'
                """),
            now.unread(),
            now.unreadInTrouble() > 0 ? "messages.line.mail-in.trouble" : null,
            "",
            null,
            "/connections/door/test"),
        new LineState(
            "mail",
            "messages.line.mail-out",
            smtp == null ? "" : smtp.host() + ":" + smtp.port(),
            smtp == null
                ? "missing"
                : now.unsentInTrouble() > 0 ? "trouble" : now.unsent() > 0 ? "waiting" : "ok",
            last(
                """
                select max(accepted_at) from (select * from delivery order by id desc limit 5000) d
                where channel = 'email'
                """),
            now.unsent(),
            smtp == null
                ? "messages.line.mail-out.missing"
                : now.unsentInTrouble() > 0 ? "messages.line.mail-out.trouble" : null,
            now.unsentInTrouble() > 0 ? said() : "",
            null,
            smtp == null ? null : "/connections/house/test"));
  }

  /** What the server said to the newest that it did not take; "" when it said nothing. */
  private String said() {
    return sql.sql(
            """
            select last_reply from (select * from delivery order by id desc limit 5000) d
            where channel = 'email' and done_at is null and attempts > 0 and last_reply is not null
            order by id desc limit 1
            """)
        .query(String.class)
        .optional()
        .map(words -> words.strip().replaceFirst("[.!?]*$", "."))
        .orElse("");
  }

  /** Among the newest: millions are not read for one moment. */
  private @Nullable Instant last(String query) {
    return sql.sql(query)
        .query((rs, n) -> Optional.ofNullable(Sql.instantOrNull(rs, "max")))
        .single()
        .orElse(null);
  }
}
