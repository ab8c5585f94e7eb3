package amends.promises;

import amends.journal.Journal;
import amends.promises.Guarantee.Cover;
import amends.promises.Guarantee.Only;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Countries;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The published catalogue of what is promised to everybody. Source: ISO 10001, clauses 5 and 6. */
@Component
public final class Guarantees {
  private static final int MOST_TITLE = 100;
  private static final int MOST_WORDS = 1_000;

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;

  Guarantees(JdbcClient sql, InstantSource clock, Acts acts, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
  }

  /**
   * What is to be published.
   *
   * @param covers the promises that it stands for; empty where only a colleague can tell
   * @param only to whom it is given, finer than the brand
   */
  public record Wanted(
      @Nullable Long brand,
      String title,
      String words,
      String scope,
      String ifNot,
      Set<Guarantee.Cover> covers,
      Only only) {
    public Wanted {
      covers = Set.copyOf(covers);
    }

    /** To all customers of the brand. */
    public Wanted(
        @Nullable Long brand,
        String title,
        String words,
        String scope,
        String ifNot,
        Set<Guarantee.Cover> covers) {
      this(brand, title, words, scope, ifNot, covers, Only.NOTHING);
    }

    /** Of which a breach is noted by colleagues alone. */
    public Wanted(@Nullable Long brand, String title, String words, String scope, String ifNot) {
      this(brand, title, words, scope, ifNot, Set.of());
    }
  }

  /**
   * @throws Refusal when a part is missing: whoever reads it has to know what happens if not; when
   *     it is limited to what there is not
   */
  public long publish(Wanted wanted, Actor by) {
    require(wanted.title(), "title", MOST_TITLE);
    require(wanted.words(), "words", MOST_WORDS);
    require(wanted.scope(), "scope", MOST_WORDS);
    require(wanted.ifNot(), "if_not", MOST_WORDS);
    limited(wanted);
    return acts.call(() -> {
      long id =
          sql.sql(
                  """
                  insert into guarantee (brand_id, title, words, scope, if_not, covers,
                    only_countries, only_channels, only_products, only_makers, made_at)
                  values (:brand, :title, :words, :scope, :ifNot, :covers,
                    :countries, :channels, :products, :makers, :now) returning id
                  """)
              .param("brand", wanted.brand())
              .param("title", wanted.title().strip())
              .param("words", wanted.words().strip())
              .param("scope", wanted.scope().strip())
              .param("ifNot", wanted.ifNot().strip())
              .param("covers", wanted.covers().stream().map(Cover::code).toArray(String[]::new))
              .param("countries", sorted(wanted.only().countries()))
              .param("channels", sorted(wanted.only().channels()))
              .param("products", sorted(wanted.only().products()))
              .param("makers", sorted(wanted.only().makers()))
              .param("now", Sql.at(clock.instant()))
              .query(Long.class)
              .single();
      journal.record("guarantee.published", Subject.of("guarantee", id), by, Map.of());
      return id;
    });
  }

  private static void require(String text, String field, int most) {
    if (text.isBlank() || text.length() > most) {
      throw new Refusal(field, "promises.guarantee.refuse." + field, most);
    }
  }

  private static String[] sorted(Set<String> codes) {
    return codes.stream().sorted().toArray(String[]::new);
  }

  private static void limited(Wanted wanted) {
    if (!wanted.only().countries().stream().allMatch(Countries::isOne)) {
      throw new Refusal("countries", "promises.guarantee.refuse.country");
    }
    boolean booked =
        wanted.covers().contains(Cover.BOOKING) || wanted.covers().contains(Cover.DELIVERY);
    if (booked && !wanted.only().channels().isEmpty()) {
      throw new Refusal("channels", "promises.guarantee.refuse.channels");
    }
  }

  /** It is promised to nobody from now on; what was broken of it stays owed. */
  public void retire(long id, Actor by) {
    acts.run(() -> {
      get(id);
      sql.sql("update guarantee set retired_at = :now where id = :id and retired_at is null")
          .param("now", Sql.at(clock.instant()))
          .param("id", id)
          .update();
      journal.record("guarantee.retired", Subject.of("guarantee", id), by, Map.of());
    });
  }

  /**
   * @throws NotFound when there is none
   */
  public Guarantee get(long id) {
    return sql.sql("select * from guarantee where id = :id")
        .param("id", id)
        .query(Guarantees::read)
        .optional()
        .orElseThrow(() -> new NotFound(Subject.of("guarantee", id)));
  }

  /** These, by number, also those that stand no longer. */
  public List<Guarantee> all(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : sql.sql("select * from guarantee where id = any(:ids) order by id")
            .param("ids", ids.toArray(Long[]::new))
            .query(Guarantees::read)
            .list();
  }

  /** Those that stand, oldest first. */
  public List<Guarantee> standing() {
    return sql.sql("select * from guarantee where retired_at is null order by id limit 200")
        .query(Guarantees::read)
        .list();
  }

  /** Those that stand for the customers of a brand. */
  public List<Guarantee> standing(long brand) {
    return standing().stream().filter(g -> g.brand() == null || g.brand() == brand).toList();
  }

  private static Guarantee read(ResultSet rs, int n) throws SQLException {
    return new Guarantee(
        rs.getLong("id"),
        Sql.longOrNull(rs, "brand_id"),
        rs.getString("title"),
        rs.getString("words"),
        rs.getString("scope"),
        rs.getString("if_not"),
        Arrays.stream((String[]) rs.getArray("covers").getArray())
            .map(code -> Cover.valueOf(code.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet()),
        new Only(
            codes(rs, "only_countries"),
            codes(rs, "only_channels"),
            codes(rs, "only_products"),
            codes(rs, "only_makers")),
        Sql.instant(rs, "made_at"),
        Sql.instantOrNull(rs, "retired_at"));
  }

  private static Set<String> codes(ResultSet rs, String column) throws SQLException {
    return Set.of((String[]) rs.getArray(column).getArray());
  }
}
