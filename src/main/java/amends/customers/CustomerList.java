package amends.customers;

import amends.shared.Plain;
import amends.shared.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Customers as other systems list them: by number, in the order in which they were met. */
@Component
public final class CustomerList {
  private final JdbcClient sql;

  CustomerList(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Which customers.
   *
   * @param address an e-mail address or telephone number that reaches them, however it is written
   * @param words the beginnings of words of the name
   * @param metSince null for all
   */
  public record Wanted(
      @Nullable String externalId,
      @Nullable String address,
      @Nullable String words,
      Customer.@Nullable Kind kind,
      @Nullable Instant metSince) {}

  /** Behind the given number, at most so many. */
  public List<Customer> page(Wanted wanted, long after, int most) {
    String query = wanted.words() == null ? null : Plain.beginnings(Plain.line(wanted.words()));
    Customer.Kind kind = wanted.kind();
    return sql.sql(
            "select %s from customer c where c.id > :after".formatted(Rows.CUSTOMER)
                + (wanted.externalId() == null ? "" : " and c.external_id = :externalId")
                + (wanted.address() == null
                    ? ""
                    : """
                     and c.id in (select customer_id from contact_point
                      where dead_at is null and address_norm = any(:addresses))
                    """)
                + (query == null
                    ? ""
                    : " and :query <> '' and to_tsvector('simple', c.name_folded) @@ to_tsquery('simple', :query)")
                + (kind == null ? "" : " and c.kind = :kind")
                + (wanted.metSince() == null ? "" : " and c.created_at >= :since")
                + " order by c.id limit :most")
        .param("after", after)
        .param("externalId", wanted.externalId())
        .param("addresses", norms(wanted.address()))
        .param("query", query)
        .param("kind", kind == null ? null : kind.name().toLowerCase(Locale.ROOT))
        .param("since", Sql.atOrNull(wanted.metSince()))
        .param("most", most)
        .query(Rows::customer)
        .list();
  }

  private static String[] norms(@Nullable String address) {
    return address == null
        ? new String[0]
        : List.of(Channel.EMAIL, Channel.PHONE, Channel.LETTER).stream()
            .map(channel -> Address.read(channel, address))
            .flatMap(Optional::stream)
            .map(Address::norm)
            .distinct()
            .toArray(String[]::new);
  }

  /** The ids of those who bear these numbers; of the survivor, where two were merged. */
  public Map<String, Long> ids(Collection<String> externalIds) {
    record Known(String externalId, long id) {}
    return sql
        .sql(
            """
            select external_id, coalesce(merged_into, id) as id from customer
            where external_id = any(:ids)
            """)
        .param("ids", externalIds.toArray(String[]::new))
        .query((rs, n) -> new Known(rs.getString("external_id"), rs.getLong("id")))
        .list()
        .stream()
        .collect(Collectors.toMap(Known::externalId, Known::id));
  }
}
