package amends.messages;

import amends.shared.Sql;
import amends.staff.Person;
import amends.staff.Staff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mail to colleagues, on the connections page as soon as it does not reach one of them. */
@Component
@Order(2)
final class NoticeLines implements Lines {
  private final NoticesBack back;
  private final Staff staff;
  private final JdbcClient sql;

  NoticeLines(NoticesBack back, Staff staff, JdbcClient sql) {
    this.back = back;
    this.staff = staff;
    this.sql = sql;
  }

  @Override
  public List<LineState> lines() {
    List<NoticesBack.Unreached> unreached = back.unreached();
    if (unreached.isEmpty()) {
      return List.of();
    }
    String who =
        unreached.stream()
            .flatMap(one -> staff.find(one.person()).stream())
            .map(NoticeLines::named)
            .collect(Collectors.joining(", "));
    return List.of(
        new LineState(
            "mail",
            "messages.line.notices",
            who,
            "trouble",
            last(),
            0,
            "messages.line.notices.trouble",
            "",
            "/people",
            null));
  }

  private static String named(Person person) {
    return person.name() + " <" + person.email() + ">";
  }

  /** Among the newest: all that were ever written are not read for one moment. */
  private @Nullable Instant last() {
    return sql.sql(
            """
            select max(done_at) from (select * from notice_mail order by id desc limit 5000) n
            where outcome = 'accepted'
            """)
        .query((rs, n) -> Optional.ofNullable(Sql.instantOrNull(rs, "max")))
        .single()
        .orElse(null);
  }
}
