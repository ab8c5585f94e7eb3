package amends.cases;

import amends.shared.NotFound;
import amends.shared.ReadMemory;
import amends.shared.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reading rows of {@code amends_case}. */
@Component
final class CaseRows {
  static final RowMapper<Case> CASE = (rs, n) -> read(rs);

  private static final int MOST_DUPLICATES = 10;
  private static final int MOST_PARTS = 20;

  private final JdbcClient sql;
  private final Filed filed;
  private final ReadMemory<Long, Optional<Case>> known = new ReadMemory<>();

  CaseRows(JdbcClient sql, Filed filed) {
    this.sql = sql;
    this.filed = filed;
  }

  /** What there is about a case besides its row. */
  Filed filed() {
    return filed;
  }

  Optional<Case> find(long id) {
    return known.of(id, one -> found("select * from amends_case where id = :id", one));
  }

  Case get(long id) {
    return find(id).orElseThrow(() -> new NotFound(Case.subject(id)));
  }

  /** Those of them that exist, by their numbers, in one query. */
  List<Case> all(Collection<Long> ids) {
    return sql.sql("select * from amends_case where id = any(:ids) order by id")
        .param("ids", ids.toArray(Long[]::new))
        .query(CASE)
        .list();
  }

  /** Whether a message is the one that opened a case. */
  boolean isOpenedBy(long id, long message) {
    return sql.sql(
            "select exists (select from statement where case_id = :id and message_id = :message)")
        .param("id", id)
        .param("message", message)
        .query(Boolean.class)
        .single();
  }

  /** Takes the row for this transaction, so that two acts on one case follow each other. */
  Case lock(long id) {
    return one("select * from amends_case where id = :id for update", id);
  }

  /** The case that stands for this one: itself, or where its duplicates lead. */
  Optional<Case> lockStanding(long id) {
    long standing = id;
    for (int steps = 0; steps < MOST_DUPLICATES; steps++) {
      Optional<Long> survivor =
          sql.sql(
                  """
                  select survivor_id from settlement
                  where case_id = :id and outcome = 'duplicate' and undone_at is null
                  """)
              .param("id", standing)
              .query(Long.class)
              .optional();
      if (survivor.isEmpty()) {
        break;
      }
      standing = survivor.get();
    }
    return found("select * from amends_case where id = :id for update", standing);
  }

  /** The duplicates of a case, and theirs. */
  List<Long> mergedInto(long survivor) {
    return filed.list(survivor, () -> parts(survivor), Filed.Kind.DUPLICATE);
  }

  private List<Long> parts(long survivor) {
    return sql.sql(
            """
            with recursive part as (
              select case_id from settlement
              where survivor_id = :case and outcome = 'duplicate' and undone_at is null
              union
              select s.case_id from settlement s join part on s.survivor_id = part.case_id
              where s.outcome = 'duplicate' and s.undone_at is null)
            select case_id from part order by case_id limit :most
            """)
        .param("case", survivor)
        .param("most", MOST_PARTS)
        .query(Long.class)
        .list();
  }

  /**
   * The cases of one customer, also those from before a merge, the newest first. Theirs are found
   * before they are ordered, so that no plan goes through all cases from the newest on to find a
   * few.
   */
  List<Case> ofCustomer(long customer, int most) {
    return sql.sql(
            """
            with theirs as materialized (
              select c.id from customers_v_self s join amends_case c on c.customer_id = s.self_id
              where s.customer_id = :customer)
            select c.* from amends_case c
            where c.id in (select id from theirs order by id desc limit :most) order by c.id desc
            """)
        .param("customer", customer)
        .param("most", most)
        .query(CASE)
        .list();
  }

  private Optional<Case> found(String statement, long id) {
    return sql.sql(statement).param("id", id).query(CASE).optional();
  }

  private Case one(String statement, long id) {
    return found(statement, id).orElseThrow(() -> new NotFound(Case.subject(id)));
  }

  /** The only people who may know of a case; null when it is not restricted. */
  static @Nullable Set<Long> named(ResultSet rs) throws SQLException {
    Array named = rs.getArray("named_only");
    return named == null ? null : Set.of((Long[]) named.getArray());
  }

  static Case read(ResultSet rs) throws SQLException {
    return new Case(
        rs.getLong("id"),
        rs.getLong("brand_id"),
        rs.getLong("team_id"),
        Sql.longOrNull(rs, "owner_id"),
        rs.getLong("customer_id"),
        rs.getString("channel"),
        rs.getString("subject"),
        rs.getString("happened"),
        rs.getString("asks"),
        rs.getString("mood"),
        Sql.longOrNull(rs, "order_id"),
        Sql.longOrNull(rs, "unit_id"),
        Sql.instant(rs, "opened_at"),
        Sql.instantOrNull(rs, "customer_knows_at"),
        Sql.instantOrNull(rs, "owned_at"),
        Sql.longOrNull(rs, "next_promise_id"),
        Sql.instantOrNull(rs, "next_due_at"),
        rs.getString("waiting"),
        Sql.instantOrNull(rs, "broken_at"),
        Sql.instantOrNull(rs, "settled_at"),
        Sql.instantOrNull(rs, "closed_at"),
        named(rs));
  }
}
