package amends.cases;

import amends.messages.Notice;
import amends.messages.Notices;
import amends.promises.Promise;
import amends.remedies.Remedies;
import amends.remedies.RemedyCameBack;
import amends.remedies.RemedyGrant;
import amends.shared.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What had been paid came back to us. Whoever owns the case hears it by mail, looks soon, and a
 * case that was settled by it is taken up again: it has not been made right yet.
 */
@Component
final class CameBack {
  private final Access access;
  private final Remedies remedies;
  private final NextMoment nextMoment;
  private final Endings endings;
  private final Telling telling;

  CameBack(
      Access access, Remedies remedies, NextMoment nextMoment, Endings endings, Telling telling) {
    this.access = access;
    this.remedies = remedies;
    this.nextMoment = nextMoment;
    this.endings = endings;
    this.telling = telling;
  }

  /** In which words, and by which way. */
  @Component
  record Telling(Notices notices, SecondFailures.Words words) {}

  @EventListener
  void on(RemedyCameBack event) {
    remedies
        .find(event.grantId())
        .map(RemedyGrant::about)
        .filter(about -> about.kind().equals("case"))
        .flatMap(about -> access.rows().lockStanding(about.id()))
        .ifPresent(matter -> heard(matter, event));
  }

  private void heard(Case matter, RemedyCameBack event) {
    SecondFailures.Words words = telling.words();
    Instant soon = words.soon(matter);
    nextMoment.promise(
        matter,
        Promise.Kind.LOOK,
        words.said(matter, "cases.remedy.came-back"),
        soon,
        Actor.SYSTEM);
    tell(matter, event, soon);
    if (matter.settled()) {
      endings.takeUp(matter, words.said(matter, "cases.remedy.came-back.why"), Actor.SYSTEM);
    } else {
      nextMoment.point(matter.id());
    }
    access.tell("case.remedy_came_back", matter, Actor.SYSTEM, Map.of("grant", event.grantId()));
  }

  /** Of a restricted matter only its owner is told. */
  private void tell(Case matter, RemedyCameBack event, Instant soon) {
    Long owner = matter.ownerId();
    if (owner == null && matter.restricted()) {
      return;
    }
    telling
        .notices()
        .tell(
            List.of(
                new Notice(
                    Notice.Kind.NEWS,
                    event.evidence(),
                    matter.asSubject(),
                    "cases.remedy.came-back.notice",
                    soon,
                    owner,
                    owner == null ? matter.teamId() : null)));
  }
}
