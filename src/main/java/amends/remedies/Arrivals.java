package amends.remedies;

import amends.journal.Journal;
import amends.promises.Promises;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Whether what was given arrived and works. */
@Component
public final class Arrivals {
  /** Of these nothing is there to arrive. */
  private static final Set<RemedyGrant.State> GONE =
      EnumSet.of(
          RemedyGrant.State.FAILED,
          RemedyGrant.State.STOPPED,
          RemedyGrant.State.UNDONE,
          RemedyGrant.State.RECLAIMED);

  private final Acts acts;
  private final GrantRows grants;
  private final CheckRows rows;
  private final Consequences consequences;
  private final InstantSource clock;

  Arrivals(
      Acts acts, GrantRows grants, CheckRows rows, Consequences consequences, InstantSource clock) {
    this.acts = acts;
    this.grants = grants;
    this.rows = rows;
    this.consequences = consequences;
    this.clock = clock;
  }

  /** What follows from knowing. */
  @Component
  record Consequences(
      Promises promises, InterimRows interims, Journal journal, ApplicationEventPublisher events) {}

  /**
   * Notes what the customer says, or what the evidence shows. It keeps the promise to look; a bad
   * result counts as a second failure and rises. Whoever calls has asked for the matter.
   *
   * @param grantId of a package as a whole, or of a grant that is part of none
   * @throws Refusal without words, except when nobody answered; or of what was never given
   */
  public RemedyCheck note(long grantId, RemedyCheck.Result result, String words, Actor by) {
    if (words.isBlank() && result != RemedyCheck.Result.NO_ANSWER) {
      throw new Refusal("words", "remedies.refusal.check-words");
    }
    Length.atMost(Length.TEXT, words, "words");
    return acts.call(() -> {
      RemedyGrant grant =
          grants.held(grantId).orElseThrow(() -> new NotFound(Subject.of("remedy_grant", grantId)));
      if (grant.fate().failedAt() != null || grant.fate().stoppedAt() != null) {
        throw new Refusal("", "remedies.refusal.not-given");
      }
      RemedyCheck check = rows.insert(grantId, result, words.strip(), by, clock.instant());
      keep(grant, check, by);
      tell(grant, check, by);
      return check;
    });
  }

  private void keep(RemedyGrant grant, RemedyCheck check, Actor by) {
    Long look = grant.checkPromiseId();
    if (look != null) {
      consequences.promises().keep(look, Subject.of("remedy_check", check.id()), by);
    }
    if (check.result() == RemedyCheck.Result.WORKS && !grant.interim()) {
      List<Long> bridges =
          consequences.interims().open(grant.about()).stream().map(Interim::grantId).toList();
      consequences.interims().end(bridges, grant.id(), clock.instant());
    }
  }

  private void tell(RemedyGrant grant, RemedyCheck check, Actor by) {
    consequences
        .journal()
        .record(
            "remedy.checked",
            grant.about(),
            by,
            Map.of("grant", grant.id(), "result", check.result().code()));
    consequences.events().publishEvent(new RemedyChecked(grant, check));
    if (check.result().bad()) {
      consequences
          .events()
          .publishEvent(
              new RemedyWentWrong(grant, check.result().code(), rows.wrong(grant.about())));
    }
  }

  public List<RemedyCheck> of(long grantId) {
    return rows.of(grantId);
  }

  /** Final remedies of a matter of which nobody knows yet whether they arrived and work. */
  public List<RemedyGrant> unproven(Subject about) {
    return grants.of(about).stream()
        .filter(grant -> !grant.interim() && grant.packageId() == null)
        .filter(grant -> !GONE.contains(grant.state()))
        .filter(grant -> !works(grant))
        .toList();
  }

  /** The last word counts, and none from before it came back to us. */
  private boolean works(RemedyGrant grant) {
    Instant back = grant.fate().cameBackAt();
    List<RemedyCheck> known =
        of(grant.id()).stream()
            .filter(c -> c.result() != RemedyCheck.Result.NO_ANSWER)
            .filter(c -> back == null || c.at().isAfter(back))
            .toList();
    return !known.isEmpty() && Objects.equals(known.getLast().result(), RemedyCheck.Result.WORKS);
  }
}
