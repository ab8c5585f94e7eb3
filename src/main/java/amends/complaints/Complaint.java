package amends.complaints;

import amends.shared.Money;
import amends.shared.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A matter that is held by the rules of a law or a scheme.
 *
 * @param receivedAt when the complaint reached us, which every clock counts from
 * @param way written or oral
 * @param wants what the complainant wants
 * @param eligible why the rules hold for this complainant
 * @param vulnerable whether we knew them to be vulnerable
 * @param unmetNeed whether it is about our not having answered to that
 * @param regimes the rules it is held by
 * @param investigatorId who looks into it and was not involved; null until there is one
 * @param decision null until it is decided
 * @param acceptedAt when the complainant said that it is resolved for them
 * @param referral where they took it; null while they did not
 */
public record Complaint(
    long id,
    long caseId,
    Instant receivedAt,
    String way,
    String wants,
    String eligible,
    boolean vulnerable,
    boolean unmetNeed,
    List<String> regimes,
    @Nullable Long investigatorId,
    @Nullable Decision decision,
    @Nullable Instant acceptedAt,
    @Nullable Referral referral) {

  public Subject subject() {
    return Subject.of("complaint", id);
  }

  /** What came of it. */
  public enum Outcome {
    UPHELD,
    PARTLY_UPHELD,
    NOT_UPHELD,
    WITHDRAWN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param findings what was found, and why it is decided so
   * @param redress what is paid; null when nothing is
   */
  public record Decision(Outcome outcome, String findings, @Nullable Money redress, Instant at) {}

  /**
   * @param to the scheme, the ombudsman or the court
   * @param words their reference, or what they decided
   */
  public record Referral(String to, String words, Instant at) {}

  /**
   * What a colleague knows when a matter becomes a formal complaint.
   *
   * @param regimes at least one that is switched on
   */
  public record Received(
      Instant at,
      String way,
      String wants,
      String eligible,
      boolean vulnerable,
      boolean unmetNeed,
      List<String> regimes) {}
}
