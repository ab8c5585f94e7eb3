package amends.messages.broadcast;

import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All customers, or those who read one language. */
@Component
@Order(30)
final class Everyone implements Audience {
  private final JdbcClient sql;
  private final Permits permits;

  Everyone(JdbcClient sql, Permits permits) {
    this.sql = sql;
    this.permits = permits;
  }

  @Override
  public String code() {
    return "everyone";
  }

  @Override
  public List<Ask> asks(Voice t, Viewer viewer) {
    List<Choice> languages = new ArrayList<>();
    languages.add(Choice.of("", t.say("messages.broadcast.who.everyone.any")));
    sql.sql(
            """
            select distinct split_part(locale, '-', 1) as language from customers_v_customer
            where erased_at is null order by language limit 50
            """)
        .query(String.class)
        .list()
        .forEach(code ->
            languages.add(
                Choice.of(code, java.util.Locale.of(code).getDisplayLanguage(t.locale()))));
    return List.of(
        Ask.choice("language", t.say("messages.broadcast.who.everyone.language"), languages));
  }

  @Override
  public Query who(Map<String, String> asks, Viewer viewer) {
    permits.require(viewer, Permission.SEE_CUSTOMERS);
    return new Query(
        """
        select e.id as customer_id, cast(null as bigint) as case_id, cast(null as jsonb) as own
        from customers_v_customer e
        where :language = '' or split_part(e.locale, '-', 1) = :language
        """,
        Map.of("language", asks.getOrDefault("language", "").strip()));
  }
}
