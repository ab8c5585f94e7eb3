package amends.remedies.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import amends.journal.Journal;
import amends.remedies.fulfilment.Attempt.State;
import amends.remedies.fulfilment.FaultyDatabase.Fault;
import amends.shared.Acts;
import amends.testing.FakeHttp.Mood;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way of a payout, with the database failing at its first call, its second, and so on until it
 * gets through; each time before the call was done, and each time after, when only the reply is
 * lost (F18, F25). Whoever comes next finds what is on record, and their ledger has it once.
 */
class EveryCallFailsTest extends PayWorld {
  private static final int MOST_CALLS = 60;

  @Autowired DataSource real;
  @Autowired PayConnections.Tools tools;
  @Autowired Allocation allocation;

  /** A node, and the line that it is on. */
  private record Node(FaultyDatabase database, PayCourier courier) {}

  private Node onABadLine() {
    FaultyDatabase database = new FaultyDatabase(real);
    JdbcClient line = JdbcClient.create(database);
    Acts acts = new Acts(new TransactionTemplate(new DataSourceTransactionManager(database)), line);
    Journal journal = new Journal(line, clock);
    PayConnections connected =
        new PayConnections(new PayConnectionRows(line), clock, acts, journal, tools);
    AttemptRows attempts = new AttemptRows(line, clock);
    Orders ordered =
        new Orders(
            new OrderRows(line),
            new PayRoutes(line, clock, acts, journal, connected),
            allocation,
            journal,
            new Orders.Chance(clock, new java.util.Random(7)));
    PayCourier faulty =
        new PayCourier(
            acts,
            attempts,
            connected,
            new Outcomes(attempts, ordered, clock, journal, event -> {}),
            new PayCourier.Gate(() -> false, clock));
    return new Node(database, faulty);
  }

  /**
   * @return whether the fault came; without it the way was shorter
   */
  private boolean paidOnceWith(Node node, int call, Fault fault, Mood mood) {
    FaultyDatabase database = node.database();
    provider.ledger.clear();
    long grant = granted(100, payment);
    provider.paying = mood;
    database.failAt(call, fault);
    try {
      node.courier().perform();
    } catch (DataAccessException | TransactionException e) {
      assertThat(database.hasFailed()).isTrue();
    }
    provider.paying = Mood.WELL;
    boolean came = database.hasFailed();
    database.failAt(0, fault);
    for (int i = 0; i < 12 && state(grant) != State.DONE; i++) {
      leaseRunsOut();
      sql.sql("update pay_connection set paused_until = null").update();
      courier.perform();
    }
    String how = "call %d %s, provider %s".formatted(call, fault, mood);
    assertThat(state(grant)).as(how).isEqualTo(State.DONE);
    assertThat(provider.ledger).as(how).hasSize(1);
    assertThat(order(grant).attempts()).as(how).hasSize(1);
    assertThat(provider.ledger.getFirst().metaKey()).isEqualTo(last(grant).key());
    return came;
  }

  @Test
  void aPayoutIsMadeOnceWhateverCallFails() {
    Node node = onABadLine();
    payment = provider.payment(1_000_000, "gbp");
    for (Mood mood : List.of(Mood.WELL, Mood.DROPS)) {
      for (Fault fault : Fault.values()) {
        int call = 1;
        while (paidOnceWith(node, call, fault, mood)) {
          call++;
          assertThat(call).isLessThan(MOST_CALLS);
        }
        assertThat(call).isGreaterThan(8);
      }
    }
    node.courier().close();
    assertThat(count("attempt where outcome is null")).isZero();
  }
}
