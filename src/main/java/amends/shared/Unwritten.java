package amends.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What an act has to write and nobody has to read before it commits, such as its journal entries.
 * Written together before the commit these cost one statement, and still stand or fall with it.
 * Whoever reads such rows within the act, or changes them, flushes first.
 */
public final class Unwritten<T> implements TransactionSynchronization {
  private static final int MOST = 1_000;

  private final Object owner;
  private final Consumer<List<T>> write;
  private final List<T> lines = new ArrayList<>();

  private Unwritten(Object owner, Consumer<List<T>> write) {
    this.owner = owner;
    this.write = write;
  }

  /** Keeps these for the end of the running act; outside of one they are written at once. */
  public static <T> void add(Object owner, List<T> more, Consumer<List<T>> write) {
    Unwritten<T> unwritten = of(owner, write);
    if (unwritten == null) {
      write.accept(more);
    } else {
      unwritten.add(more);
    }
  }

  /** Writes now what this owner has kept. */
  public static <T> void flush(Object owner, Consumer<List<T>> write) {
    Unwritten<T> unwritten = of(owner, write);
    if (unwritten != null) {
      unwritten.flush();
    }
  }

  /** That of the running transaction; null when there is none. */
  @SuppressWarnings("unchecked") // each owner keeps lines of one kind
  private static <T> @Nullable Unwritten<T> of(Object owner, Consumer<List<T>> write) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()
        || !TransactionSynchronizationManager.isSynchronizationActive()) {
      return null;
    }
    if (TransactionSynchronizationManager.getResource(owner) instanceof Unwritten<?> known) {
      return (Unwritten<T>) known;
    }
    Unwritten<T> fresh = new Unwritten<>(owner, write);
    TransactionSynchronizationManager.bindResource(owner, fresh);
    TransactionSynchronizationManager.registerSynchronization(fresh);
    return fresh;
  }

  private void add(List<T> more) {
    lines.addAll(more);
    if (lines.size() >= MOST) {
      flush();
    }
  }

  @Override
  public void flush() {
    if (!lines.isEmpty()) {
      List<T> now = List.copyOf(lines);
      lines.clear();
      write.accept(now);
    }
  }

  @Override
  public void beforeCommit(boolean readOnly) {
    flush();
  }

  @Override
  public void suspend() {
    TransactionSynchronizationManager.unbindResource(owner);
  }

  @Override
  public void resume() {
    TransactionSynchronizationManager.bindResource(owner, this);
  }

  @Override
  public void afterCompletion(int status) {
    TransactionSynchronizationManager.unbindResourceIfPossible(owner);
  }
}
