package amends.messages.account;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account that mail is read from or sent by with tokens.
 *
 * @param login whose mailbox it is
 * @param clientId what we are called there; for Google's service accounts it is in their key
 * @param tenant Microsoft's directory; empty for Google
 * @param secretEndsOn when the client secret ends there; null when nobody said
 * @param grantedAt when somebody consented; null for an application, or when nobody has yet
 */
public record Account(
    long id,
    Host provider,
    Flow flow,
    String name,
    String login,
    String clientId,
    String tenant,
    @Nullable LocalDate secretEndsOn,
    @Nullable Instant grantedAt,
    State state) {

  public enum Host {
    MICROSOFT,
    GOOGLE
  }

  /** How we get tokens. */
  public enum Flow {
    /** A person consents once; refreshed from then on. */
    DELEGATED,
    /** The house has allowed the application: client credentials, or a service account. */
    APP
  }

  /**
   * How it goes.
   *
   * @param trouble the key of a sentence; null when all is well
   */
  public record State(
      @Nullable Instant accessEndsAt,
      @Nullable Instant refreshedAt,
      @Nullable String trouble,
      String detail,
      @Nullable Instant troubledAt,
      int failures) {}

  /** Whether it cannot be used before somebody consents. */
  public boolean needsConsent() {
    return flow == Flow.DELEGATED && grantedAt == null;
  }

  /**
   * What an administrator says of one.
   *
   * @param secret client secret or service account key; empty keeps the one that is stored
   */
  public record Draft(
      Host provider,
      Flow flow,
      String name,
      String login,
      String clientId,
      String tenant,
      String secret,
      @Nullable LocalDate secretEndsOn) {
    @Override
    public String toString() {
      return "Draft[" + provider + ", " + flow + ", " + name + "]";
    }
  }
}
