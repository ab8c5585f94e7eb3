package amends.cases;

import amends.remedies.Purchase;
import amends.shared.Countries;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * In which country a case is: as somebody said, else where its order went, else where its unit was
 * sent last, else where the customer's language is spoken. Beside it what is known of the order's
 * payment.
 */
@Component
public final class Lands {
  /** What {@link #known} reads, of the case {@code c}; what else is asked of it stands before. */
  static final String KNOWN =
      """
      c.country as said, o.id as purchase_id, o.payment, o.paid_minor, o.currency,
        o.country as ordered, k.locale, case when c.unit_id is not null then (
          select s.country from goods_v_order_line l
          join goods_v_order s on s.id = l.order_id
          where l.unit_id = c.unit_id and s.country is not null
          order by s.placed_at desc limit 1) end as sent
      from amends_case c
      join customers_v_customer k on k.id = c.customer_id
      left join goods_v_order o on o.id = c.order_id
      """;

  private final JdbcClient sql;
  private final Access access;

  Lands(JdbcClient sql, Access access) {
    this.sql = sql;
    this.access = access;
  }

  /** What the country is known from, the surest first. */
  public enum From {
    SAID,
    ORDER,
    UNIT,
    CUSTOMER,
    NOTHING;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param country ISO 3166, two letters; null when nobody knows
   * @param purchase the order; null when the case names none
   */
  public record Known(@Nullable String country, From from, @Nullable Purchase purchase) {}

  /** Whoever calls has asked whether the case may be seen. */
  public Known of(long caseId) {
    return sql.sql("select " + KNOWN + "where c.id = :id")
        .param("id", caseId)
        .query(Lands::known)
        .optional()
        .orElse(new Known(null, From.NOTHING, null));
  }

  static Known known(ResultSet rs, int n) throws SQLException {
    String locale = rs.getString("locale");
    String spoken = locale == null ? "" : Locale.forLanguageTag(locale).getCountry();
    Purchase purchase = purchase(rs);
    String said = rs.getString("said");
    String ordered = rs.getString("ordered");
    String sent = rs.getString("sent");
    return said != null
        ? new Known(said, From.SAID, purchase)
        : ordered != null
            ? new Known(ordered, From.ORDER, purchase)
            : sent != null
                ? new Known(sent, From.UNIT, purchase)
                : Countries.isOne(spoken)
                    ? new Known(spoken, From.CUSTOMER, purchase)
                    : new Known(null, From.NOTHING, purchase);
  }

  private static @Nullable Purchase purchase(ResultSet rs) throws SQLException {
    Long order = Sql.longOrNull(rs, "purchase_id");
    Long paid = Sql.longOrNull(rs, "paid_minor");
    return order == null
        ? null
        : new Purchase(
            order,
            rs.getString("payment"),
            paid == null ? null : new Money(paid, rs.getString("currency")));
  }

  /**
   * Somebody says it, or that the rest tells it again.
   *
   * @param country two letters; null for what the rest tells
   * @throws Refusal of the field {@code country} when there is no such country
   */
  public void say(long id, @Nullable String country, Viewer by) {
    if (country != null && !Countries.isOne(country)) {
      throw new Refusal("country", "cases.refusal.country");
    }
    access.touch(
        id,
        Permission.WORK_CASE,
        by,
        matter -> {
          int changed =
              sql.sql(
                      """
                      update amends_case set country = :country
                      where id = :id and country is distinct from cast(:country as text)
                      """)
                  .param("country", country)
                  .param("id", id)
                  .update();
          if (changed == 1) {
            access.tell("case.country_said", matter, by.actor(), Map.of());
          }
        });
  }
}
