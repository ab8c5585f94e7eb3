package amends.app.security;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What is done to a session is one act. To find one is a single statement, which every request
 * waits for: it has no transaction of its own that would have to be begun and ended.
 */
record SessionActs(TransactionOperations acts) implements TransactionOperations {
  private static final ScopedValue<Boolean> FINDING = ScopedValue.newInstance();

  static <T extends @Nullable Object> T finding(Supplier<T> find) {
    return ScopedValue.where(FINDING, true).call(find::get);
  }

  @Override
  public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
    return (FINDING.isBound() ? TransactionOperations.withoutTransaction() : acts).execute(action);
  }
}
