package amends.shared;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One transaction for each thing that staff would call one act. An act within an act joins it.
 * Serialization failures and deadlocks are tried three times, by the outermost act only: its
 * transaction is the one that the database has rolled back.
 */
public final class Acts {
  private static final int TRIES = 3;
  private static final Duration PAUSE = Duration.ofMillis(50);

  /**
   * Planning cost more than reading: of the time that the statements of a page took in the
   * database, half went into plans for values that change nothing about how they are found.
   */
  private static final String PLANNED_ONCE = "set local plan_cache_mode = 'force_generic_plan'";

  private final TransactionTemplate transactions;
  private final TransactionTemplate reading;
  private final JdbcClient sql;

  public Acts(TransactionTemplate transactions, JdbcClient sql) {
    this.transactions = transactions;
    this.sql = sql;
    this.reading =
        new TransactionTemplate(
            Objects.requireNonNull(transactions.getTransactionManager()), transactions);
    this.reading.setReadOnly(true);
  }

  /**
   * Reads what belongs together, on one connection; whoever writes in it is refused by the
   * database. Each connection plans its statements once and for all values: for what is found by
   * its number or in the order of an index, never for words that are searched for. Within an act it
   * is part of that one.
   */
  public <T> T read(Supplier<T> reads) {
    return TransactionSynchronizationManager.isActualTransactionActive()
        ? reads.get()
        : within(reading, () -> planned(reads));
  }

  private <T> T planned(Supplier<T> reads) {
    sql.sql(PLANNED_ONCE).update();
    return reads.get();
  }

  public void run(Runnable act) {
    this.<@Nullable Object>attempt(() -> {
      act.run();
      return null;
    });
  }

  public <T> T call(Supplier<T> act) {
    return attempt(act);
  }

  /**
   * An act that is one statement: a transaction of its own without a way to begin it and one to end
   * it. Within an act it is part of that one.
   */
  public <T> T single(Supplier<T> statement) {
    return attempt(statement, Supplier::get);
  }

  private <T extends @Nullable Object> T attempt(Supplier<T> act) {
    return attempt(act, one -> within(transactions, one));
  }

  private static <T extends @Nullable Object> T attempt(
      Supplier<T> act, Function<Supplier<T>, T> doing) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return act.get();
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return doing.apply(act);
      } catch (PessimisticLockingFailureException e) {
        if (attempt == TRIES) {
          throw e;
        }
        pause(attempt);
      }
    }
  }

  /**
   * A deadlock has one survivor. Tried again at once, the act takes the same locks before the
   * survivor gets to them, and loses again: measured, three times in a row.
   */
  private static void pause(int attempt) {
    LockSupport.parkNanos(PAUSE.multipliedBy(attempt).toNanos());
  }

  @SuppressWarnings("NullAway") // execute returns what the act returns
  private static <T extends @Nullable Object> T within(
      TransactionTemplate transactions, Supplier<T> act) {
    return transactions.execute(status -> act.get());
  }
}
