package amends.messages;

import amends.customers.Purpose;
import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes a delivery ready to be carried, with what stands below its words. */
@Component
final class Parcels {
  private final JdbcClient sql;
  private final ObjectProvider<Postscript> postscripts;

  Parcels(JdbcClient sql, ObjectProvider<Postscript> postscripts) {
    this.sql = sql;
    this.postscripts = postscripts;
  }

  /** Outside of any transaction: what stands below may be made then and there. */
  Parcel read(long deliveryId, Medium medium) {
    return written(bare(deliveryId), medium);
  }

  private Parcel bare(long deliveryId) {
    return sql.sql(
            """
            select d.id as delivery_id, m.id, m.about_kind, m.about_id, d.customer_id, m.brand_id,
              d.address, m.subject, m.body, m.kind, m.purpose, m.rfc_id, m.occurred_at,
              d.connection_id, a.rfc_id as answers_id, a.in_reply_to as answers_parent,
              a.provider_ref as answers_ref
            from delivery d join message m on m.id = d.message_id left join message a on a.id = m.answers
            where d.id = :id
            """)
        .param("id", deliveryId)
        .query((rs, n) -> parcel(rs))
        .single();
  }

  private static Parcel parcel(ResultSet rs) throws SQLException {
    return new Parcel(
        rs.getLong("delivery_id"),
        rs.getLong("id"),
        Subject.of(rs.getString("about_kind"), rs.getLong("about_id")),
        rs.getLong("customer_id"),
        rs.getLong("brand_id"),
        rs.getString("address"),
        rs.getString("subject"),
        rs.getString("body"),
        Outgoing.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
        Purpose.of(rs.getString("purpose")),
        Sql.instant(rs, "occurred_at"),
        Sql.longOrNull(rs, "connection_id"),
        new Parcel.Thread(
            rs.getString("rfc_id"),
            rs.getString("answers_id"),
            rs.getString("answers_parent"),
            rs.getString("answers_ref")));
  }

  /** The parcel with what stands below it. */
  private Parcel written(Parcel bare, Medium medium) {
    if (medium == Medium.PUBLIC) {
      // A link or a code is for one reader.
      return bare;
    }
    Postscript.Sheet sheet =
        new Postscript.Sheet(
            bare.messageId(), bare.about(), bare.customerId(), bare.kind(), bare.address(), medium);
    String whole =
        Stream.concat(
                Stream.of(bare.body()),
                postscripts.orderedStream().flatMap(p -> p.below(sheet).stream()))
            .collect(Collectors.joining("\n\n"));
    return bare.with(whole);
  }
}
