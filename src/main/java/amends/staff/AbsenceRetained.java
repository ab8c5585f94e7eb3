package amends.staff;

import amends.shared.Retained;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was away when; nothing needs it once figures of the time are made. */
@Component
final class AbsenceRetained implements Retained {
  private final AbsenceRows rows;

  AbsenceRetained(JdbcClient sql) {
    this.rows = new AbsenceRows(sql);
  }

  @Override
  public String kind() {
    return "absences";
  }

  @Override
  public int days() {
    return 365;
  }

  @Override
  public long older(Instant than) {
    return rows.older(than);
  }

  @Override
  public int forget(Instant than, int most) {
    return rows.forget(than, most);
  }
}
