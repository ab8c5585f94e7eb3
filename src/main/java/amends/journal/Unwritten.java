package amends.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What an act has told and the journal has not yet written. One act tells up to seven things;
 * written together before the commit they cost one statement, and still stand or fall with it.
 */
final class Unwritten implements TransactionSynchronization {
  private static final int MOST = 1_000;

  private final Object journal;
  private final Consumer<List<Line>> write;
  private final List<Line> lines = new ArrayList<>();

  private Unwritten(Object journal, Consumer<List<Line>> write) {
    this.journal = journal;
    this.write = write;
  }

  /** That of the running transaction; null when there is none. */
  static @Nullable Unwritten of(Object journal, Consumer<List<Line>> write) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()
        || !TransactionSynchronizationManager.isSynchronizationActive()) {
      return null;
    }
    if (TransactionSynchronizationManager.getResource(journal) instanceof Unwritten known) {
      return known;
    }
    Unwritten fresh = new Unwritten(journal, write);
    TransactionSynchronizationManager.bindResource(journal, fresh);
    TransactionSynchronizationManager.registerSynchronization(fresh);
    return fresh;
  }

  void add(List<Line> more) {
    lines.addAll(more);
    if (lines.size() >= MOST) {
      flush();
    }
  }

  @Override
  public void flush() {
    if (!lines.isEmpty()) {
      List<Line> now = List.copyOf(lines);
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
    TransactionSynchronizationManager.unbindResource(journal);
  }

  @Override
  public void resume() {
    TransactionSynchronizationManager.bindResource(journal, this);
  }

  @Override
  public void afterCompletion(int status) {
    TransactionSynchronizationManager.unbindResourceIfPossible(journal);
  }
}
