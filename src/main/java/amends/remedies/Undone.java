package amends.remedies;

import amends.shared.Actor;
import amends.shared.Sql;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes back what was given, all of it, as long as it only waits: as if it had not been given. */
@Component
final class Undone {
  private final JdbcClient sql;
  private final GrantRows rows;
  private final Withdrawal withdrawal;
  private final GivenBack givenBack;
  private final InterimRows interims;

  Undone(
      JdbcClient sql,
      GrantRows rows,
      Withdrawal withdrawal,
      GivenBack givenBack,
      InterimRows interims) {
    this.sql = sql;
    this.rows = rows;
    this.withdrawal = withdrawal;
    this.givenBack = givenBack;
    this.interims = interims;
  }

  private List<RemedyGrant> leaves(RemedyGrant whole) {
    return isWhole(whole) ? rows.parts(whole.id()) : List.of(whole);
  }

  private static boolean isWhole(RemedyGrant grant) {
    return grant.kind() == Remedy.Kind.PACKAGE;
  }

  /** Whether nothing of it has begun to leave; a moment later it may have. */
  boolean waits(RemedyGrant whole) {
    return whole.state() == RemedyGrant.State.GRANTED
        && leaves(whole).stream().allMatch(leaf -> withdrawal.waits(leaf.id()));
  }

  /**
   * Keeps those away who call and pack. It comes before its matter is held: in that order they
   * come.
   *
   * @return false when something of it has begun to leave: then the act must not go on
   */
  boolean withdraw(RemedyGrant whole, Actor by) {
    for (RemedyGrant leaf : leaves(whole)) {
      if (!withdrawal.withdraw(leaf.id(), by)) {
        return false;
      }
    }
    return true;
  }

  void write(RemedyGrant whole, Instant now) {
    for (RemedyGrant leaf : leaves(whole)) {
      mark(leaf.id(), now);
      givenBack.of(leaf);
    }
    if (isWhole(whole)) {
      mark(whole.id(), now);
      interims.end(List.of(whole.id()), 0, now);
    }
  }

  private void mark(long id, Instant now) {
    sql.sql("update remedy_grant set stopped_at = :now, undone_at = :now where id = :id")
        .param("now", Sql.at(now))
        .param("id", id)
        .update();
  }
}
