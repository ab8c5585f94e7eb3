package amends.remedies.fulfilment;

import amends.shared.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody through whom we pay or send. Its secrets are not among this: they are read where they
 * are used.
 *
 * @param hasHookSecret whether its calls can be told from others'
 * @param offAt since when it is switched off
 * @param pausedUntil it is in trouble, and is given nothing until then
 * @param trouble what went wrong last, in a sentence; null since it worked again
 * @param ledgerAt when its ledger was last compared; null when it never was
 * @param ledgerTrouble why that did not go well; null when it did
 */
public record PayConnection(
    long id,
    String kind,
    String name,
    String url,
    String account,
    boolean hasHookSecret,
    @Nullable Instant offAt,
    @Nullable Instant pausedUntil,
    @Nullable Instant workedAt,
    @Nullable String trouble,
    @Nullable Instant ledgerTo,
    @Nullable Instant ledgerAt,
    @Nullable String ledgerTrouble) {

  public boolean isOn() {
    return offAt == null;
  }

  public boolean takes(Instant now) {
    return isOn() && (pausedUntil == null || !pausedUntil.isAfter(now));
  }

  public static Subject subject(long id) {
    return Subject.of("pay_connection", id);
  }
}
