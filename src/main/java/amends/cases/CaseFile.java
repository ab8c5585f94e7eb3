package amends.cases;

import amends.customers.Channel;
import amends.journal.Recorded;
import amends.messages.Message;
import amends.promises.Promise;
import amends.shared.Actor;
import amends.shared.Refusal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is written about one case, each list oldest first. Whoever did something is named
 * by the id of a viewer: a token's is negative.
 *
 * @param matter the case itself, as it stands
 * @param messages in and out
 * @param promises every promise that was ever made in it
 * @param journal what happened to the case itself, as the journal tells it
 * @param waiting for whom it has waited
 * @param before other cases of this customer that the reader may see, the newest first
 */
public record CaseFile(
    Case matter,
    List<Message> messages,
    List<Promise> promises,
    List<Recorded> journal,
    Told told,
    Ended ended,
    List<Wait> waiting,
    List<Case> before) {

  /**
   * What people said, and to whom it was handed.
   *
   * @param harms what colleagues reported of hurt and damage; not what was heard in words
   * @param past what was said in the help desk used before; null when the matter began here
   * @param heldUntil when a colleague put held mail here, by the id of the raw mail
   */
  public record Told(
      List<Statement> statements,
      List<Note> notes,
      List<Call> calls,
      List<Handover> handovers,
      List<Routed> routed,
      List<Harm.Report> harms,
      @Nullable Past past,
      Map<Long, Instant> heldUntil) {}

  /** How it ended, and how it was taken up again. */
  public record Ended(
      List<Settlement> settlements,
      List<FollowedUp> followUps,
      List<Closed> closures,
      List<Reopened> reopenings) {}

  /**
   * One side's telling of what happened.
   *
   * @param side customer or colleague
   * @param messageId the message that it was written in; null when somebody took it down
   */
  public record Statement(
      String side,
      String who,
      String words,
      @Nullable Long messageId,
      @Nullable Long takenBy,
      Instant at) {}

  /** Where a matter began that was brought here. */
  public record Past(
      String source, String number, String stood, Instant broughtAt, List<PastWord> words) {}

  public record Note(String words, long by, Instant at) {}

  /**
   * @param direction in or out
   */
  public record Call(
      String direction, @Nullable Integer minutes, String words, long by, Instant at) {}

  /**
   * @param toPerson null when a team got it
   */
  public record Handover(@Nullable Long toPerson, long toTeam, String words, long by, Instant at) {}

  /**
   * Where a rule sent it, as things stood then.
   *
   * @param person null when the team got it
   * @param why code of {@link RoutingDecision.Why}, in small letters
   * @param open how many cases that person had in hand; {@code dueSoon} of them within four hours
   */
  public record Routed(
      String rule,
      long team,
      @Nullable Long person,
      @Nullable String skill,
      String why,
      int open,
      int dueSoon,
      Instant at) {}

  /**
   * @param undoneAt when the case was taken up again; null while it stands
   * @param channel how somebody asks whether it is right; null when nobody said
   * @param reasons why it was refused, and {@code turnTo} where the customer can turn; else null
   * @param forwardedTo who has it now; null unless it was forwarded
   */
  public record Settlement(
      Outcome outcome,
      String done,
      long by,
      Instant at,
      @Nullable Instant undoneAt,
      @Nullable Channel channel,
      @Nullable String reasons,
      @Nullable String turnTo,
      @Nullable String forwardedTo) {}

  /**
   * For whom the case waits or waited.
   *
   * @param whom customer, carrier, insurer, supplier, court or colleague
   * @param words what we wait for; empty where it is the customer's turn
   * @param lookAt when we look whether it has come
   * @param stands false once it has come, or somebody has looked
   */
  public record Wait(
      long id,
      String whom,
      String words,
      long promiseId,
      Instant lookAt,
      Actor by,
      Instant at,
      boolean stands) {}

  /**
   * One look back, or one try of it.
   *
   * @param result right, not_right or no_answer
   */
  public record FollowedUp(String result, String words, long by, Instant at) {}

  /**
   * @param how right, tried or duplicate
   */
  public record Closed(String how, Instant at) {}

  public record Reopened(String why, String byKind, long by, Instant at) {}

  /** The settlement that stands; null for none. */
  public @Nullable Settlement settlement() {
    return ended.settlements().stream().filter(s -> s.undoneAt() == null).findFirst().orElse(null);
  }

  /** The wait that stands; null when nobody is waited for. */
  public @Nullable Wait waits() {
    return waiting.stream().filter(Wait::stands).reduce((a, b) -> b).orElse(null);
  }

  /**
   * Why it cannot be closed by hand: not settled, not asked often enough, or something is still
   * promised. Empty when it can.
   */
  public Optional<Refusal> hinders() {
    if (matter.closed()) {
      return Optional.of(new Refusal("", "cases.refusal.closed"));
    }
    if (!matter.settled()) {
      return Optional.of(new Refusal("", "cases.refusal.not-settled"));
    }
    List<FollowedUp> looks = looksBack();
    boolean right = !looks.isEmpty() && looks.getLast().result().equals("right");
    if (!right && looks.size() < Rhythm.FOLLOW_UP_TRIES) {
      return Optional.of(new Refusal("", "cases.refusal.not-followed-up"));
    }
    return promises.stream()
        .filter(p -> p.owed() && p.kind() != Promise.Kind.LOOK)
        .min(Comparator.comparing(Promise::dueAt))
        .map(p -> new Refusal("", "cases.refusal.still-owed", p.words(), p.dueAt()));
  }

  /** Looks back since the settlement that stands. */
  public List<FollowedUp> looksBack() {
    Settlement standing = settlement();
    return standing == null
        ? List.of()
        : ended.followUps().stream().filter(f -> !f.at().isBefore(standing.at())).toList();
  }
}
