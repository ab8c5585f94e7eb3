package amends.remedies;

import amends.shared.Actor;
import amends.shared.Money;
import amends.shared.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The catalogue as it is stored. */
record RemedyRows(JdbcClient sql) {
  /** One statement with its words and parts: a ruling waits for it. */
  static final String REMEDY =
      """
      select r.*,
        case when r.kind <> 'package' then r.cost_minor is null else exists (
          select from remedy_part p join remedy x on x.id = p.part_id
          where p.package_id = r.id and x.cost_minor is null) end as named,
        case when r.kind <> 'package' then r.kind in ('replacement', 'loan') else exists (
          select from remedy_part p join remedy x on x.id = p.part_id
          where p.package_id = r.id and x.kind in ('replacement', 'loan') and x.product_id is null) end as picks,
        array(select p.part_id from remedy_part p where p.package_id = r.id order by p.place) as parts,
        w.languages, w.names, w.meanings, w.doings
      from remedy r
      cross join lateral (
        select coalesce(array_agg(x.language order by x.language), '{}') as languages,
          coalesce(array_agg(x.name order by x.language), '{}') as names,
          coalesce(array_agg(x.means order by x.language), '{}') as meanings,
          coalesce(array_agg(x.customer_does order by x.language), '{}') as doings
        from remedy_words x where x.remedy_id = r.id) w
      """;

  Optional<Remedy> find(long id) {
    return sql.sql(REMEDY + "where r.id = :id").param("id", id).query(RemedyRows::read).optional();
  }

  Map<Long, Remedy> all(List<Long> ids) {
    return sql
        .sql(REMEDY + "where r.id = any(:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .query(RemedyRows::read)
        .list()
        .stream()
        .collect(Collectors.toMap(Remedy::id, one -> one));
  }

  List<Remedy> all() {
    return sql.sql(REMEDY + "order by r.code, r.from_day desc, r.id")
        .query(RemedyRows::read)
        .list();
  }

  /** Its own brand's or country's before one for all. */
  List<Remedy> here(long brand, @Nullable String country, LocalDate day) {
    return sql.sql(
            REMEDY
                + """
                where r.from_day <= :day and (r.to_day is null or r.to_day > :day)
                  and (r.brand_id is null or r.brand_id = :brand)
                  and (r.country is null or r.country = cast(:country as text))
                order by r.code, r.brand_id nulls last, r.country nulls last, r.id
                """)
        .param("day", day)
        .param("brand", brand)
        .param("country", country)
        .query(RemedyRows::read)
        .list();
  }

  long insert(NewRemedy remedy, Actor by, Instant now) {
    long id = row(remedy, by, now);
    remedy.words().forEach((language, words) -> words(id, language, words));
    List<Long> parts = remedy.parts();
    for (int place = 0; place < parts.size(); place++) {
      sql.sql("insert into remedy_part (package_id, part_id, place) values (:id, :part, :place)")
          .param("id", id)
          .param("part", parts.get(place))
          .param("place", place)
          .update();
    }
    return id;
  }

  private long row(NewRemedy remedy, Actor by, Instant now) {
    Money cost = remedy.cost();
    return sql.sql(
            """
            insert into remedy (code, kind, interim, lead_days, lead_hours, check_days, cost_minor,
              cost_currency, product_id, brand_id, country, from_day, to_day, added_by_kind,
              added_by_id, added_at)
            values (:code, :kind, :interim, :leadDays, :leadHours, :checkDays, :minor, :currency,
              :product, :brand, :country, :from, :to, :byKind, :byId, :now)
            returning id
            """)
        .param("code", remedy.code())
        .param("kind", remedy.kind().code())
        .param("interim", remedy.interim())
        .param("leadDays", remedy.leadDays())
        .param("leadHours", remedy.leadHours())
        .param("checkDays", remedy.checkDays())
        .param("minor", cost == null ? null : cost.minor())
        .param("currency", cost == null ? null : cost.currency())
        .param("product", remedy.productId())
        .param("brand", remedy.brandId())
        .param("country", remedy.country())
        .param("from", remedy.from())
        .param("to", remedy.to())
        .param("byKind", by.kind())
        .param("byId", by.id())
        .param("now", Sql.at(now))
        .query(Long.class)
        .single();
  }

  private void words(long id, String language, Remedy.Words words) {
    sql.sql(
            """
            insert into remedy_words (remedy_id, language, name, means, customer_does)
            values (:id, :language, :name, :means, :does)
            """)
        .param("id", id)
        .param("language", language)
        .param("name", words.name().strip())
        .param("means", words.means().strip())
        .param("does", words.customerDoes().strip())
        .update();
  }

  /** One that has not begun by that day was never given: it ends on the day on which it begins. */
  List<Long> endStanding(NewRemedy anew) {
    return sql.sql(
            """
            update remedy set to_day = :day
            where code = :code and brand_id is not distinct from cast(:brand as bigint)
              and country is not distinct from cast(:country as text)
              and from_day < :day and (to_day is null or to_day > :day)
            returning id
            """)
        .param("day", anew.from())
        .param("code", anew.code())
        .param("brand", anew.brandId())
        .param("country", anew.country())
        .query(Long.class)
        .list();
  }

  int end(long id, LocalDate day) {
    return sql.sql(
            """
            update remedy set to_day = greatest(cast(:day as date), from_day + 1)
            where id = :id and (to_day is null or to_day > :day)
            """)
        .param("day", day)
        .param("id", id)
        .update();
  }

  static Remedy read(ResultSet rs, int n) throws SQLException {
    Long minor = Sql.longOrNull(rs, "cost_minor");
    return new Remedy(
        rs.getLong("id"),
        rs.getString("code"),
        Remedy.Kind.of(rs.getString("kind")),
        rs.getBoolean("interim"),
        rs.getInt("lead_days"),
        rs.getInt("lead_hours"),
        rs.getInt("check_days"),
        minor == null ? null : new Money(minor, rs.getString("cost_currency")),
        Sql.longOrNull(rs, "product_id"),
        Sql.longOrNull(rs, "brand_id"),
        rs.getString("country"),
        rs.getObject("from_day", LocalDate.class),
        rs.getObject("to_day", LocalDate.class),
        words(rs),
        List.of((Long[]) array(rs, "parts").getArray()),
        rs.getBoolean("named"),
        rs.getBoolean("picks"));
  }

  private static Map<String, Remedy.Words> words(ResultSet rs) throws SQLException {
    String[] languages = texts(rs, "languages");
    String[] names = texts(rs, "names");
    String[] meanings = texts(rs, "meanings");
    String[] doings = texts(rs, "doings");
    Map<String, Remedy.Words> words = new HashMap<>();
    for (int i = 0; i < languages.length; i++) {
      words.put(languages[i], new Remedy.Words(names[i], meanings[i], doings[i]));
    }
    return words;
  }

  private static String[] texts(ResultSet rs, String column) throws SQLException {
    return (String[]) array(rs, column).getArray();
  }

  private static Array array(ResultSet rs, String column) throws SQLException {
    return rs.getArray(column);
  }
}
