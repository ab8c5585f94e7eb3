package amends.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.Refusal;
import amends.shared.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** F20: however many give at once, from however many nodes, a limit is never exceeded. */
class FiftyAtOnceTest extends Righting {
  private static final int MANY = 50;

  private static <T> int together(List<Callable<T>> acts) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    AtomicInteger refused = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (Callable<T> act : acts) {
        all.add(
            threads.submit(() -> {
              start.await();
              try {
                return act.call();
              } catch (Refusal e) {
                refused.incrementAndGet();
                return null;
              }
            }));
      }
      start.countDown();
      for (Future<?> one : all) {
        one.get();
      }
    }
    return refused.get();
  }

  @Test
  void fiftyGrantsInOneMatterStayWithinItsLimit() throws Exception {
    Subject about = matter();
    List<Callable<RemedyGrant>> acts = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      acts.add(() -> give(about, 1_900));
    }
    assertThat(together(acts)).isEqualTo(MANY - 10);
    assertThat(costs.of(about)).containsExactly(gbp(19_000));
  }

  @Test
  void fiftyGrantsToOneCustomerInFiftyMattersStayWithinTheDaysLimit() throws Exception {
    long ruth = world.ruth().id();
    List<Callable<RemedyGrant>> acts = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      Subject about = matterOf(ruth);
      acts.add(() -> give(about, 1_900));
    }
    assertThat(together(acts)).isEqualTo(MANY - 10);
    long sum =
        sql.sql("select sum(amount_minor) from remedy_grant where customer_id = :ruth")
            .param("ruth", ruth)
            .query(Long.class)
            .single();
    assertThat(sum).isEqualTo(19_000);
  }

  @Test
  void oneFormSentFiftyTimesGivesOnce() throws Exception {
    Subject about = matter();
    List<Callable<RemedyGrant>> acts = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      acts.add(() -> remedies.grant(about, pounds(500), "one form", priya));
    }
    assertThat(together(acts)).isZero();
    assertThat(remedies.of(about)).hasSize(1);
  }

  @Test
  void oneRequestApprovedTwiceAtOnceGivesOnce() throws Exception {
    Subject about = matter();
    Request request = remedies.ask(about, pounds(40_000), "", priya);
    List<Callable<RemedyGrant>> acts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      acts.add(() -> requests.approve(request.id(), "", hanna));
    }
    assertThat(together(acts)).isEqualTo(7);
    assertThat(remedies.of(about)).hasSize(1);
  }

  @Test
  void oneUnitPromisedByTwoGoesToOne() throws Exception {
    Subject one = matter();
    Subject other = matter();
    List<Callable<RemedyGrant>> acts = new ArrayList<>();
    for (Subject about : List.of(one, other)) {
      acts.add(() -> remedies.grant(about, newJug("J-003"), "", priya));
    }
    assertThat(together(acts)).isOne();
  }
}
