package amends.promises;

import amends.shared.RetainedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was agreed elsewhere and is long over; its promise stays in the ledger. */
@Component
final class BookingRetained extends RetainedRows {
  private static final String OLDER =
      "select id from booking where due_at < :than order by due_at, id";

  BookingRetained(JdbcClient sql) {
    super(sql, "bookings", 1_095, OLDER, "delete from booking where id in (%s)");
  }
}
