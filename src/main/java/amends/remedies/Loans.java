package amends.remedies;

import amends.goods.Stock;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.Viewer;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was lent comes back, with its bridge or long after it: until somebody says so, it is lent to
 * nobody else.
 */
@Component
public final class Loans {
  private final JdbcClient sql;
  private final InterimRows bridges;
  private final Interims interims;
  private final Stock stock;
  private final Acts acts;

  Loans(JdbcClient sql, InterimRows bridges, Interims interims, Stock stock, Acts acts) {
    this.sql = sql;
    this.bridges = bridges;
    this.interims = interims;
    this.stock = stock;
    this.acts = acts;
  }

  /** Whether the customer has it, as far as we know. */
  public static boolean isOut(RemedyGrant grant) {
    return grant.kind() == Remedy.Kind.LOAN
        && grant.state() == RemedyGrant.State.DONE
        && grant.fate().returnedAt() == null;
  }

  /**
   * It is here again and can be lent anew; a bridge that it still was is over.
   *
   * @param words how it came back, or in which state; they are why a bridge is over
   * @throws Refusal without words, or when it has not left or came back before
   */
  public void cameBack(long grantId, String words, Viewer by) {
    long person = Interims.person(by);
    if (words.isBlank()) {
      throw new Refusal("interim_why", "remedies.refusal.loan-back-words");
    }
    Length.atMost(Length.TEXT, words, "interim_why");
    acts.run(() -> {
      RemedyGrant grant = interims.permitted(grantId, by);
      if (!isOut(grant)) {
        throw new Refusal("", "remedies.refusal.loan-not-out");
      }
      Instant now = interims.telling().now();
      sql.sql("update remedy_grant set returned_at = :now where id = :id")
          .param("now", Sql.at(now))
          .param("id", grantId)
          .update();
      Long unit = grant.unitId();
      if (unit != null) {
        stock.comeBack(unit, grant.subject(), by.actor());
      }
      interims.telling().tell("remedy.loan_back", grant, by.actor());
      if (bridges.over(grantId, words.strip(), person, now)) {
        interims.over(grant, by.actor());
      }
    });
  }
}
