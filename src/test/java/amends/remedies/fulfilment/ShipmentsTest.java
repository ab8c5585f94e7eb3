package amends.remedies.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.goods.Goods;
import amends.goods.NewStop;
import amends.goods.ProductSheet;
import amends.goods.Stock;
import amends.goods.StopMark;
import amends.goods.StopMarks;
import amends.goods.Unit;
import amends.goods.UnitSheet;
import amends.remedies.NewOrder;
import amends.remedies.fulfilment.Attempt.State;
import amends.shared.Actor;
import amends.shared.Check;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.testing.AsOwner;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is blocked never leaves, whenever it is blocked (F26, I8). */
class ShipmentsTest extends PayWorld {
  private static final String JUG = "JUG-3";

  @Autowired Shipments shipments;
  @Autowired Allocation allocation;
  @Autowired Stock stock;
  @Autowired StopMarks marks;
  @Autowired Goods goods;
  @Autowired List<Check> checks;

  private long replacement;
  private long product;

  @BeforeAll
  void jugs() {
    goods.enterProducts(List.of(new ProductSheet(JUG, "Jug, 3 litres", null)), Actor.SYSTEM);
    goods.enterUnits(
        List.of(
            new UnitSheet(JUG, "A-1", "LOT-A", null),
            new UnitSheet(JUG, "A-2", "LOT-A", null),
            new UnitSheet(JUG, "B-1", "LOT-B", null)),
        Actor.SYSTEM);
    product = goods.product(JUG).orElseThrow().id();
    replacement = remedy("replacement", "replacement");
    sql.sql("update remedy set product_id = :product where id = :id")
        .param("product", product)
        .param("id", replacement)
        .update();
  }

  @BeforeEach
  void nothingIsStopped() {
    new AsOwner().run("truncate stop_mark");
  }

  private long unit(String serial) {
    return goods.unit(serial).orElseThrow().id();
  }

  private void stocked(String... serials) {
    for (String serial : serials) {
      clock.pass(Duration.ofMinutes(1));
      stock.enter(List.of(unit(serial)), Actor.SYSTEM);
    }
  }

  private void stop(@Nullable String lot, @Nullable String serial) {
    marks.set(
        new NewStop(JUG, lot, serial, StopMark.Reason.DANGER, "The handle breaks", "Report 7"),
        Actor.SYSTEM);
  }

  /** A replacement of the product; which piece is chosen when it is ordered. */
  private long replaced() {
    return acts.call(() -> {
      long grant = granted("replacement", replacement, NewOrder.Kind.TASK, null, "G", null);
      sql.sql("update remedy_grant set product_id = :product where id = :id")
          .param("product", product)
          .param("id", grant)
          .update();
      sql.sql("update fulfilment set what = 'shipment' where grant_id = :id")
          .param("id", grant)
          .update();
      allocation.allocate(grant);
      return grant;
    });
  }

  private @Nullable String serialOf(long grant) {
    Long unit = allocation.parcel(grant).unitId();
    return unit == null ? null : goods.unit(unit).serial();
  }

  private void ship(long grant) {
    shipments.ship(last(grant).id(), "DHL 77", world.hanna);
  }

  @Test
  void theOldestUnitInTheStockIsHeldBeforeItIsPromised() {
    stocked("A-2", "A-1");
    long grant = replaced();
    assertThat(serialOf(grant)).isEqualTo("A-2");
    assertThat(stock.free(product, 9)).extracting(Unit::serial).containsExactly("A-1");
    ship(grant);
    assertThat(state(grant)).isEqualTo(State.DONE);
    assertThat(last(grant).theirId()).isEqualTo("DHL 77");
    assertThat(count("stock where left_at is not null")).isEqualTo(1);
  }

  @Test
  void aStoppedLotIsPassedOver() {
    stocked("A-1", "B-1");
    stop("LOT-A", null);
    assertThat(serialOf(replaced())).isEqualTo("B-1");
  }

  @Test
  void twoNeverGetTheSamePiece() {
    stocked("A-1", "A-2");
    long first = replaced();
    long second = replaced();
    long third = replaced();
    assertThat(serialOf(first)).isNotEqualTo(serialOf(second));
    assertThat(serialOf(third)).isNull();
    assertThatThrownBy(() ->
            shipments.choose(
                last(third).id(), Objects.requireNonNull(serialOf(first)), world.hanna))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> ship(third))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no-unit");
  }

  @Test
  void whatIsStoppedAfterItWasPromisedDoesNotLeaveAndAnotherOneDoes() {
    stocked("A-1", "B-1");
    long grant = replaced();
    stop(null, "A-1");
    assertThatThrownBy(() -> ship(grant)).isInstanceOf(Refusal.class);
    assertThat(count("stock where left_at is not null")).isZero();
    assertThat(state(grant)).isEqualTo(State.READY);

    assertThatThrownBy(() -> shipments.choose(last(grant).id(), "A-1", world.hanna))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("blocked");
    shipments.choose(last(grant).id(), "B-1", world.hanna);
    ship(grant);
    assertThat(goods.unit(stock.heldBy(Subject.of("remedy_grant", grant)).orElseThrow()).serial())
        .isEqualTo("B-1");
  }

  /** The mark is set, and not yet committed, while somebody says that the parcel leaves. */
  @Test
  void aBlockInTheMiddleOfTheAllocationWins() throws Exception {
    stocked("A-1");
    long grant = replaced();
    CountDownLatch marked = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    CompletableFuture<Void> blocking =
        CompletableFuture.runAsync(() ->
            acts.run(() -> {
              stop("LOT-A", null);
              marked.countDown();
              await(commit);
            }));
    marked.await();
    CompletableFuture<Void> shipping = CompletableFuture.runAsync(() -> ship(grant));
    assertThatThrownBy(() -> shipping.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    commit.countDown();
    blocking.get(5, TimeUnit.SECONDS);
    assertThatThrownBy(() -> shipping.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(Refusal.class);

    assertThat(count("stock where left_at is not null")).isZero();
    assertThat(state(grant)).isEqualTo(State.READY);
    assertThat(findings("I8")).isEmpty();
  }

  /** It left first: the mark waits, and then finds that it has left. */
  @Test
  void whatIsJustLeavingIsFoundByTheBlock() throws Exception {
    stocked("A-1");
    long grant = replaced();
    CountDownLatch left = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    CompletableFuture<Void> shipping =
        CompletableFuture.runAsync(() ->
            acts.run(() -> {
              ship(grant);
              left.countDown();
              await(commit);
            }));
    left.await();
    CompletableFuture<Void> blocking = CompletableFuture.runAsync(() -> stop("LOT-A", null));
    assertThatThrownBy(() -> blocking.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    commit.countDown();
    shipping.get(5, TimeUnit.SECONDS);
    blocking.get(5, TimeUnit.SECONDS);
    assertThat(count("remedy_grant where unsafe_at is not null")).isEqualTo(1);
  }

  @Test
  void theCheckSeesWhatLeftAgainstTheMark() {
    stocked("A-1");
    long grant = replaced();
    stop("LOT-A", null);
    clock.pass(Duration.ofHours(1));
    sql.sql("update stock set left_at = :now")
        .param("now", amends.shared.Sql.at(clock.instant()))
        .update();
    assertThat(findings("I8")).hasSize(1);
    assertThat(grant).isPositive();
  }

  private List<Check.Finding> findings(String code) {
    return checks.stream()
        .filter(c -> c.code().equals(code))
        .flatMap(c -> c.run().stream())
        .toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
