package amends.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A provider that carries messages. Its secret is not among this: it is read where it is used.
 *
 * @param kind a code of the slice that speaks with it, such as {@code twilio}
 * @param brandId the brand that it speaks for; null for all that have none of their own
 * @param account who we are there; may be empty
 * @param sender as whom we write there: a number, a name; may be empty
 * @param perMinute how many it is given at most
 * @param hasSecret whether it has one
 * @param offAt since when it is switched off
 * @param pausedUntil it is in trouble, and is given nothing until then
 * @param failing tries in a row that failed
 * @param workedAt when it last took something
 * @param trouble what went wrong last, in a sentence; null since it worked again
 */
public record Connection(
    long id,
    String kind,
    Medium medium,
    String name,
    @Nullable Long brandId,
    String url,
    String account,
    String sender,
    int perMinute,
    boolean hasSecret,
    @Nullable Instant offAt,
    @Nullable Instant pausedUntil,
    int failing,
    @Nullable Instant workedAt,
    @Nullable String trouble,
    @Nullable Instant troubleAt) {

  public boolean isOn() {
    return offAt == null;
  }

  public boolean takes(Instant now) {
    return isOn() && (pausedUntil == null || !pausedUntil.isAfter(now));
  }

  /**
   * What a connection is to be.
   *
   * @param secret empty keeps the one that it has
   */
  public record Draft(
      String kind,
      String name,
      @Nullable Long brandId,
      String url,
      String account,
      String sender,
      String secret,
      int perMinute) {
    @Override
    public String toString() {
      return "Draft[" + kind + ", " + name + "]";
    }
  }
}
