package amends.shared;

import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What an act that only reads has learnt, so that a page asks once what twenty of its parts need.
 * It is forgotten when the act ends. In acts that may write, and outside of acts, each is asked
 * anew: nothing that is decided under a lock rests on what was read before it.
 */
public final class ReadMemory<K, V> {
  private final ActMemory<K, V> known = new ActMemory<>();

  /** Whether the running act only reads, and so remembers. */
  public static boolean remembers() {
    return TransactionSynchronizationManager.isCurrentTransactionReadOnly();
  }

  public V of(K key, Function<K, V> ask) {
    if (!remembers()) {
      return ask.apply(key);
    }
    V here = known.get(key);
    if (here == null) {
      here = ask.apply(key);
      known.put(key, here);
    }
    return here;
  }
}
