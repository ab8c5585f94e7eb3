package amends.messages.mailbox;

import amends.shared.Settings.Tls;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox that we read.
 *
 * @param folder the one that is watched
 * @param address to whom its mail is written; a brand's help address decides whose it is
 * @param fromStart whether what lay there when it was added is taken too
 * @param accountId the account whose tokens open it; null where a password does
 * @param validity what the server calls its numbering; null until it was opened
 * @param lastUid the mail up to which all is done
 */
public record Mailbox(
    long id,
    String name,
    Server server,
    String login,
    String folder,
    String address,
    boolean fromStart,
    @Nullable Long accountId,
    Instant madeAt,
    @Nullable Instant pausedAt,
    @Nullable Long validity,
    long lastUid,
    State state) {

  /** Where it is. */
  public record Server(String host, int port, Tls tls) {}

  /**
   * How it goes.
   *
   * @param okAt when all was well for the last time; null when never
   * @param trouble the key of a sentence; null when all is well
   * @param detail what that sentence names; may be empty
   * @param failures in a row
   * @param retryAt when it is tried again after trouble
   * @param watchedUntil until when a node has it in hand; null when none has
   * @param taken how many mails were taken in from it
   * @param left how many were left as not ours
   * @param failed how many could not be fetched, or were too large
   */
  public record State(
      @Nullable Instant okAt,
      @Nullable String trouble,
      String detail,
      int failures,
      Instant retryAt,
      @Nullable Instant watchedUntil,
      long taken,
      long left,
      long failed) {}

  /**
   * What an administrator says of one.
   *
   * @param password empty keeps the one that is stored
   * @param account whose tokens open it; null for the password
   */
  public record Draft(
      String name,
      Server server,
      String login,
      String password,
      String folder,
      String address,
      boolean fromStart,
      @Nullable Long account) {
    @Override
    public String toString() {
      return "Draft[" + name + ", " + server + "]";
    }
  }
}
