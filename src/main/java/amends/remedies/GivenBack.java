package amends.remedies;

import amends.promises.Promises;
import amends.shared.Actor;
import amends.shared.Sql;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What did not leave after all: it counts against nobody's limit, there is nothing to look at, and
 * its bridge is none.
 */
@Component
final class GivenBack {
  private final JdbcClient sql;
  private final Uses uses;
  private final Promises promises;
  private final InterimRows interims;
  private final InstantSource clock;

  GivenBack(
      JdbcClient sql, Uses uses, Promises promises, InterimRows interims, InstantSource clock) {
    this.sql = sql;
    this.uses = uses;
    this.promises = promises;
    this.interims = interims;
    this.clock = clock;
  }

  void of(RemedyGrant grant) {
    uses.giveBack(keys(grant), grant.amount().minor());
    interims.end(List.of(grant.id()), 0, clock.instant());
    Long look = grant.checkPromiseId();
    Long whole = grant.packageId();
    if (whole != null) {
      wholeGone(whole);
    } else if (look != null) {
      promises.release(look, "not_given", Actor.SYSTEM);
    }
  }

  /** When no part of a package leaves there is nothing to look at, and nothing is bridged. */
  private void wholeGone(long packageId) {
    record Gone(@Nullable Long look) {}
    sql.sql(
            """
            select g.check_promise_id from remedy_grant g
            where g.id = :id and not exists (select from remedy_grant p where p.package_id = g.id
              and p.failed_at is null and p.stopped_at is null)
            """)
        .param("id", packageId)
        .query((rs, n) -> new Gone(Sql.longOrNull(rs, "check_promise_id")))
        .optional()
        .ifPresent(gone -> {
          interims.end(List.of(packageId), 0, clock.instant());
          Long look = gone.look();
          if (look != null) {
            promises.release(look, "not_given", Actor.SYSTEM);
          }
        });
  }

  private Keys keys(RemedyGrant grant) {
    return sql.sql(
            """
            select l.*, g.counted_for, g.ruled_day, g.period_begins
            from remedy_grant g join authority_limit l on l.id = g.limit_id where g.id = :id
            """)
        .param("id", grant.id())
        .query((rs, n) ->
            new Keys(
                LimitRows.read(rs, n),
                grant.about(),
                rs.getLong("counted_for"),
                rs.getObject("ruled_day", LocalDate.class),
                grant.ruledBy(),
                rs.getObject("period_begins", LocalDate.class)))
        .single();
  }
}
