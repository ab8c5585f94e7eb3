package amends.cases;

import amends.remedies.Catalogue;
import amends.remedies.Remedy;
import amends.remedies.RemedyFailed;
import amends.remedies.RemedyGrant;
import amends.remedies.RemedyGranted;
import amends.remedies.RemedyStopped;
import amends.shared.Sql;
import java.time.InstantSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a broken standing promise proposes is given by a grant and by no tick; a grant that does not
 * leave opens it again.
 */
@Component
final class BreachGrants {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Catalogue catalogue;

  BreachGrants(JdbcClient sql, InstantSource clock, Catalogue catalogue) {
    this.sql = sql;
    this.clock = clock;
    this.catalogue = catalogue;
  }

  /** One grant answers one of them, the oldest that it is enough for. */
  @EventListener
  void on(RemedyGranted event) {
    RemedyGrant grant = event.grant();
    if (!grant.about().kind().equals("case")) {
      return;
    }
    sql.sql(
            """
            update case_guarantee set answered_at = :now, answer = 'granted', grant_id = :grant,
              answered_by = :by
            where id = (
              select g.id from case_guarantee g
              join guarantee_proposal p on p.guarantee_id = g.guarantee_id
              where g.case_id = :case and g.answered_at is null and p.remedy_code = :code
                and (p.amount_minor is null or p.currency = :currency and p.amount_minor <= :minor)
              order by g.id limit 1)
            """)
        .param("now", Sql.at(clock.instant()))
        .param("grant", grant.id())
        .param("by", grant.ruledBy())
        .param("case", grant.about().id())
        .param("code", catalogue.find(grant.remedyId()).map(Remedy::code).orElse(""))
        .param("currency", grant.amount().currency())
        .param("minor", grant.amount().minor())
        .update();
  }

  @EventListener
  void on(RemedyFailed event) {
    openAgain(event.grantId());
  }

  @EventListener
  void on(RemedyStopped event) {
    openAgain(event.grantId());
  }

  private void openAgain(long grant) {
    sql.sql(
            """
            update case_guarantee set answered_at = null, answered_by = null, answer = null, grant_id = null
            where grant_id = :grant
            """)
        .param("grant", grant)
        .update();
  }
}
