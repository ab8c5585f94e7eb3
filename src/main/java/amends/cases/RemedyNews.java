package amends.cases;

import amends.remedies.InterimEnded;
import amends.remedies.InterimEnding;
import amends.remedies.OfferAnswered;
import amends.remedies.Remedies;
import amends.remedies.RemedyAsked;
import amends.remedies.RemedyChecked;
import amends.remedies.RemedyFailed;
import amends.remedies.RemedyGrant;
import amends.remedies.RemedyGranted;
import amends.remedies.RemedyOffered;
import amends.remedies.RemedyStopped;
import amends.remedies.RemedyUndone;
import amends.remedies.RequestAnswered;
import amends.remedies.StopAnswered;
import amends.remedies.StopLifted;
import amends.remedies.StopOpened;
import amends.shared.Actor;
import amends.shared.Subject;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What happens to remedies moves the next moment of their cases: nobody is left waiting for what
 * does not come, or for an answer to what they said.
 */
@Component
final class RemedyNews {
  private final CaseRows rows;
  private final MailCases mailCases;
  private final Endings endings;
  private final Remedies remedies;
  private final SecondFailures failures;

  RemedyNews(
      CaseRows rows,
      MailCases mailCases,
      Endings endings,
      Remedies remedies,
      SecondFailures failures) {
    this.rows = rows;
    this.mailCases = mailCases;
    this.endings = endings;
    this.remedies = remedies;
    this.failures = failures;
  }

  /** The promise to look whether it works may be the next moment. */
  @EventListener
  void on(RemedyGranted event) {
    inCase(event.grant().about(), this::point);
  }

  /** Nothing of it is owed any more. */
  @EventListener
  void on(RemedyUndone event) {
    inCase(event.grant().about(), this::point);
  }

  @EventListener
  void on(RemedyAsked event) {
    inCase(event.request().about(), this::point);
  }

  @EventListener
  void on(RemedyOffered event) {
    inCase(event.offer().about(), this::point);
  }

  /** Whoever asked tells the customer now. */
  @EventListener
  void on(RequestAnswered event) {
    inCase(event.request().about(), this::point);
  }

  /** What customers say themselves is heard like a letter of theirs; silence is looked at by us. */
  @EventListener
  void on(OfferAnswered event) {
    inCase(
        event.offer().about(),
        matter -> {
          boolean themselves = "page".equals(event.offer().answeredOn());
          if (event.offer().refusedAt() != null && themselves) {
            mailCases.heard(matter, endings, Actor.customer(matter.customerId()));
          } else if (event.offer().lapsedAt() != null) {
            failures.lookAt(matter, "cases.remedy.lapsed");
          } else {
            point(matter);
          }
        });
  }

  @EventListener
  void on(RemedyChecked event) {
    inCase(event.grant().about(), this::point);
  }

  @EventListener
  void on(RemedyFailed event) {
    withGrant(event.grantId(), matter -> failures.lookAt(matter, "cases.remedy.failed"));
  }

  @EventListener
  void on(RemedyStopped event) {
    withGrant(event.grantId(), matter -> failures.lookAt(matter, "cases.remedy.stopped"));
  }

  /** What is promised then may be the next moment. */
  @EventListener
  void on(StopOpened event) {
    withGrant(event.grantId(), this::point);
  }

  /** Somebody looks again whether it arrived, and that may be the next moment. */
  @EventListener
  void on(StopLifted event) {
    withGrant(event.grantId(), this::point);
  }

  /** Whoever decides reads it, soon. */
  @EventListener
  void on(StopAnswered event) {
    withGrant(event.grantId(), matter -> failures.lookAt(matter, "cases.remedy.stop-answered"));
  }

  @EventListener
  void on(InterimEnding event) {
    inCase(event.grant().about(), matter -> failures.lookAt(matter, "cases.remedy.interim-ending"));
  }

  @EventListener
  void on(InterimEnded event) {
    inCase(event.grant().about(), this::point);
  }

  private void withGrant(long grantId, Consumer<Case> act) {
    Optional<RemedyGrant> grant = remedies.find(grantId);
    grant.ifPresent(found -> inCase(found.about(), act));
  }

  /** What a duplicate was given is looked at in the case that stands for it. */
  private void inCase(Subject about, Consumer<Case> act) {
    if (about.kind().equals("case")) {
      rows.lockStanding(about.id()).ifPresent(act);
    }
  }

  private void point(Case matter) {
    if (!matter.closed()) {
      mailCases.lookIfNothingIsOwed(matter, Actor.SYSTEM);
      mailCases.point(matter);
    }
  }
}
