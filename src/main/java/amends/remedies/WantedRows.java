package amends.remedies;

import amends.shared.Money;
import amends.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody wants to give, as it is stored until it is given. */
record WantedRows(JdbcClient sql) {
  static final String COLUMNS =
      """
      w.remedy_id, w.amount_minor, w.named, w.currency, w.unit_id, w.replaces_unit_id, w.cause,
      w.severity, w.reason, w.promised_at, w.interim_why, w.interim_ends_at\
      """;

  /**
   * @param worth of all of it; the amount that was named, if any, is kept apart
   */
  long insert(Wanted wanted, Money worth) {
    Money named = wanted.amount();
    Wanted.Bridge bridge = wanted.interim();
    return sql.sql(
            """
            insert into remedy_wanted (remedy_id, amount_minor, named, currency, unit_id,
              replaces_unit_id, cause, severity, reason, promised_at, interim_why, interim_ends_at)
            values (:remedy, :worth, :named, :currency, :unit, :replaces, :cause, :severity, :reason,
              :promised, :why, :ends)
            returning id
            """)
        .param("remedy", wanted.remedyId())
        .param("worth", worth.minor())
        .param("named", named == null ? null : named.minor())
        .param("currency", worth.currency())
        .param("unit", wanted.unitId())
        .param("replaces", wanted.replacesUnitId())
        .param("cause", wanted.cause())
        .param("severity", wanted.severity().code())
        .param("reason", wanted.reason().strip())
        .param("promised", Sql.atOrNull(wanted.promisedAt()))
        .param("why", bridge == null ? null : bridge.why().strip())
        .param("ends", bridge == null ? null : Sql.at(bridge.endsAt()))
        .query(Long.class)
        .single();
  }

  static Money worth(ResultSet rs) throws SQLException {
    return new Money(rs.getLong("amount_minor"), rs.getString("currency"));
  }

  static Wanted read(ResultSet rs) throws SQLException {
    Long named = Sql.longOrNull(rs, "named");
    return new Wanted(
        rs.getLong("remedy_id"),
        named == null ? null : new Money(named, rs.getString("currency")),
        Sql.longOrNull(rs, "unit_id"),
        Sql.longOrNull(rs, "replaces_unit_id"),
        rs.getString("cause"),
        Severity.valueOf(rs.getString("severity").toUpperCase(Locale.ROOT)),
        rs.getString("reason"),
        Sql.instantOrNull(rs, "promised_at"),
        bridge(rs));
  }

  private static Wanted.@Nullable Bridge bridge(ResultSet rs) throws SQLException {
    Instant ends = Sql.instantOrNull(rs, "interim_ends_at");
    return ends == null ? null : new Wanted.Bridge(rs.getString("interim_why"), ends);
  }

  /** A person, or a token as a negative number. */
  static long who(ResultSet rs, String column) throws SQLException {
    Long person = Sql.longOrNull(rs, column);
    return person != null ? person : -rs.getLong(column + "_token");
  }
}
