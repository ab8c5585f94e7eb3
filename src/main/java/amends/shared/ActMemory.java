package amends.shared;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the running act has learnt and need not ask the database again. It is forgotten when the act
 * ends; outside of one nothing is remembered. Whoever changes what is remembered forgets it.
 */
public final class ActMemory<K, V> {
  public @Nullable V get(K key) {
    Known<K, V> known = known(false);
    return known == null ? null : known.values.get(key);
  }

  public void put(K key, V value) {
    Known<K, V> known = known(true);
    if (known != null) {
      known.values.put(key, value);
    }
  }

  public void forget() {
    Known<K, V> known = known(false);
    if (known != null) {
      known.values.clear();
    }
  }

  @SuppressWarnings("unchecked") // bound under this memory's own name
  private @Nullable Known<K, V> known(boolean make) {
    if (TransactionSynchronizationManager.getResource(this) instanceof Known<?, ?> known) {
      return (Known<K, V>) known;
    }
    if (!make || !TransactionSynchronizationManager.isSynchronizationActive()) {
      return null;
    }
    Known<K, V> fresh = new Known<>(this);
    TransactionSynchronizationManager.bindResource(this, fresh);
    TransactionSynchronizationManager.registerSynchronization(fresh);
    return fresh;
  }

  private static final class Known<K, V> implements TransactionSynchronization {
    private final Object memory;
    private final Map<K, V> values = new HashMap<>();

    Known(Object memory) {
      this.memory = memory;
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(memory);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(memory, this);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(memory);
    }
  }
}
