package amends.portal;

import amends.cases.Case;
import amends.remedies.Remedies;
import amends.remedies.RemedyGrant;
import amends.remedies.fulfilment.Stop;
import amends.remedies.fulfilment.Stops;
import amends.shared.Refusal;
import amends.staff.Viewer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A customer answers when something that was given to them is stopped or claimed back: on their
 * page, or by a colleague who has made sure who it is. Money and parcels want a code besides. Each
 * method is part of the caller's act.
 */
@Component
public final class StopAnswers {
  static final int LONGEST = 2_000;

  private final Remedies remedies;
  private final Stops stops;
  private final StepUp stepUp;
  private final Identities identities;
  private final CustomerActs acts;

  StopAnswers(
      Remedies remedies, Stops stops, StepUp stepUp, Identities identities, CustomerActs acts) {
    this.remedies = remedies;
    this.stops = stops;
    this.stepUp = stepUp;
    this.identities = identities;
    this.acts = acts;
  }

  /** What was stopped, and what it was. */
  public record Stopped(RemedyGrant grant, Stop stop) {}

  /** The last stop of each grant, the latest first. */
  public List<Stopped> of(Case matter) {
    Map<Long, Stop> last = new TreeMap<>();
    stops.about(matter.asSubject()).forEach(stop -> last.put(stop.grantId(), stop));
    if (last.isEmpty()) {
      return List.of();
    }
    return remedies.of(matter.asSubject()).stream()
        .filter(grant -> last.containsKey(grant.id()))
        .map(grant -> new Stopped(grant, stop(last, grant)))
        .sorted(Comparator.comparing((Stopped one) -> one.stop().openedAt()).reversed())
        .toList();
  }

  private static Stop stop(Map<Long, Stop> last, RemedyGrant grant) {
    return Objects.requireNonNull(last.get(grant.id()));
  }

  /** Whether money, or something sent to their address, is in it. */
  public static boolean provable(RemedyGrant grant) {
    return Choices.wantsProof(grant.kind());
  }

  private Stopped open(Acting by, long grantId) {
    return of(by.matter()).stream()
        .filter(one -> one.grant().id() == grantId && one.stop().isOpen())
        .findFirst()
        .orElseThrow(() -> new Refusal("", "portal.stop.refusal.gone"));
  }

  /** Whether a code is asked for: of the customer, where it is {@link #provable}. */
  public boolean wantsProof(Acting by, long grantId) {
    return by.colleague() == null && provable(open(by, grantId).grant());
  }

  /**
   * Looks at the proof before the act: a try of a code counts whatever becomes of it.
   *
   * @return null where none is wanted
   */
  public StepUp.@Nullable Pass prove(Acting by, long grantId, String code) {
    Viewer colleague = by.colleague();
    if (colleague != null) {
      identities.require(by.matter().id(), colleague);
      return null;
    }
    return wantsProof(by, grantId) ? stepUp.check(by.matter(), code, "stop_code") : null;
  }

  /**
   * What was typed, asked before a code is used up for it.
   *
   * @throws Refusal of the field {@code stop_words}
   */
  public static String said(String words) {
    return CustomerActs.text("stop_words", words, LONGEST);
  }

  /**
   * What they say to it, which is read before anything is decided.
   *
   * @throws Refusal of the field {@code stop_words}, or when it was decided since
   */
  public void answer(Acting by, StepUp.@Nullable Pass pass, long grantId, String words) {
    open(by, grantId);
    String said = said(words);
    acts.arrive(by);
    if (pass != null) {
      stepUp.use(pass, by.matter(), by.actor());
    }
    Viewer colleague = by.colleague();
    Case matter = by.matter();
    try {
      if (colleague != null) {
        stops.answer(grantId, said, colleague);
      } else {
        stops.answerOf(matter.asSubject(), matter.customerId(), grantId, said);
      }
    } catch (Refusal refusal) {
      throw new Refusal(
          refusal.field().equals("answer") ? "stop_words" : refusal.field(),
          refusal.key(),
          refusal.args());
    }
  }
}
