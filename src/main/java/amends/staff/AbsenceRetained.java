package amends.staff;

import amends.shared.RetainedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was away when; nothing needs it once figures of the time are made. */
@Component
final class AbsenceRetained extends RetainedRows {
  private static final String OLDER =
      "select id from absence where until_at < :than order by until_at, id";

  AbsenceRetained(JdbcClient sql) {
    super(sql, "absences", 365, OLDER, "delete from absence where id in (%s)");
  }
}
