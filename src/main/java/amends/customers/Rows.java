package amends.customers;

import amends.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How rows become records. */
final class Rows {
  static final String CUSTOMER =
      "c.id, c.kind, c.name, c.locale, c.zone, c.preferred_channel, c.quiet_from, c.quiet_to,"
          + " c.external_id, c.merged_into, c.created_at, c.erased_at";

  private Rows() {}

  static Customer customer(ResultSet rs, int n) throws SQLException {
    return new Customer(
        rs.getLong("id"),
        Customer.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
        rs.getString("name"),
        Locale.forLanguageTag(rs.getString("locale")),
        ZoneId.of(rs.getString("zone")),
        channelOrNull(rs.getString("preferred_channel")),
        quietHours(rs),
        rs.getString("external_id"),
        Sql.longOrNull(rs, "merged_into"),
        Sql.instant(rs, "created_at"),
        Sql.instantOrNull(rs, "erased_at"));
  }

  static ContactPoint contact(ResultSet rs, int n) throws SQLException {
    return new ContactPoint(
        rs.getLong("id"),
        rs.getLong("customer_id"),
        Channel.of(rs.getString("channel")),
        rs.getString("address"),
        rs.getString("address_norm"),
        rs.getBoolean("preferred"),
        Sql.instantOrNull(rs, "verified_at"),
        rs.getString("verified_how"),
        Sql.instantOrNull(rs, "dead_at"));
  }

  static Need need(ResultSet rs, int n) throws SQLException {
    return new Need(
        rs.getLong("id"),
        rs.getLong("customer_id"),
        Need.Driver.valueOf(rs.getString("driver").toUpperCase(Locale.ROOT)),
        rs.getString("words"),
        rs.getString("told_by"),
        Sql.instant(rs, "from_at"),
        Sql.instant(rs, "review_at"),
        Sql.instantOrNull(rs, "ended_at"));
  }

  private static @Nullable Channel channelOrNull(@Nullable String code) {
    return code == null ? null : Channel.of(code);
  }

  private static @Nullable QuietHours quietHours(ResultSet rs) throws SQLException {
    LocalTime from = rs.getObject("quiet_from", LocalTime.class);
    LocalTime to = rs.getObject("quiet_to", LocalTime.class);
    return from == null || to == null ? null : new QuietHours(from, to);
  }
}
