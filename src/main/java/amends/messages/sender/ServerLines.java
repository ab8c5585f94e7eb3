package amends.messages.sender;

import amends.messages.LineState;
import amends.messages.Lines;
import amends.shared.Sql;
import amends.staff.Staff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mail servers that brands have of their own. */
@Component
@Order(1)
final class ServerLines implements Lines {
  private final MailServers servers;
  private final Staff staff;
  private final JdbcClient sql;

  ServerLines(MailServers servers, Staff staff, JdbcClient sql) {
    this.servers = servers;
    this.staff = staff;
    this.sql = sql;
  }

  @Override
  public List<LineState> lines() {
    return servers.all().stream().map(this::line).toList();
  }

  /** What waits and was tried, and when one was taken last, of this brand's mail. */
  private record Mail(long waiting, long tried, @Nullable Instant worked, @Nullable String said) {}

  private LineState line(MailServer server) {
    Mail mail = mail(server.brandId());
    return new LineState(
        "server",
        staff.brand(server.brandId()).name(),
        server.host() + ":" + server.port(),
        mail.tried() > 0 ? "trouble" : mail.waiting() > 0 ? "waiting" : "ok",
        mail.worked(),
        mail.waiting(),
        mail.tried() > 0 ? Optional.ofNullable(mail.said()).orElse("") : null,
        "",
        "/mail-servers",
        "/mail-servers/" + server.brandId() + "/test");
  }

  private Mail mail(long brand) {
    return sql.sql(
            """
            select count(*) filter (where d.done_at is null) as waiting,
              count(*) filter (where d.done_at is null and d.attempts > 0
                and d.last_reply is not null) as tried,
              max(d.accepted_at) as worked,
              max(d.last_reply) filter (where d.done_at is null and d.attempts > 0) as said
            from delivery d join message m on m.id = d.message_id
            where m.brand_id = :brand and d.channel = 'email'
              and d.id > (select coalesce(max(id), 0) - 5000 from delivery)
            """)
        .param("brand", brand)
        .query((rs, n) ->
            new Mail(
                rs.getLong("waiting"),
                rs.getLong("tried"),
                Sql.instantOrNull(rs, "worked"),
                rs.getString("said")))
        .single();
  }
}
