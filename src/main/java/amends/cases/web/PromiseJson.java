package amends.cases.web;

import amends.cases.CaseList;
import amends.cases.CaseList.Fate;
import amends.promises.Promise;
import amends.shared.Subject;
import amends.shared.api.Say;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A promise as programs read one. */
record PromiseJson(
    @Say(value = "Our number.", example = "41") long id,
    @Say(value = "The case that it was made in.", example = "1001") long caseId,
    @Say(value = "Our number of the customer.", example = "17") long customerId,
    @Say(value = "answer, contact, follow_up or look.", example = "contact") String kind,
    @Say(value = "What was promised.", example = "We call you about the new jug.") String words,
    @Say(value = "By when.", example = "2026-05-12T15:00:00Z") Instant dueAt,
    @Say("What became of it; a broken one stays broken when it is made good.") Fate state,
    @Say(value = "When it was made.", example = "2026-05-12T13:07:00Z") Instant madeAt,
    @Say("The person who answers for it; null when a team does.") @Nullable Long ownerId,
    @Say("The team that answers for it.") @Nullable Long teamId,
    @Say("When it was kept; null when it was not.") @Nullable Instant keptAt,
    @Say("When it was broken; null when it was not.") @Nullable Instant brokenAt,
    @Say("When a broken one was made good; null when it was not.") @Nullable Instant madeGoodAt,
    @Say("When it was moved, because the customer was told in time; null when it was not.")
        @Nullable Instant movedAt,
    @Say("When the customer agreed to another moment; null when they did not.")
        @Nullable Instant agreedAt,
    @Say("When it was released; null when it was not.") @Nullable Instant releasedAt,
    @Say("The promise that it stands for, when that was moved or agreed anew.")
        @Nullable Long followsId,
    @Say(
            value =
                "What kept it, or on which word it was moved, agreed anew or released, such as"
                    + " message:88, call:4, statement:3, follow_up:5 or note:6. While it is owed:"
                    + " what was sent to keep it and has not arrived yet.",
            example = "message:88")
        @Nullable String evidence,
    @Say("When we learned that the letter about its move had not arrived; null when it had.")
        @Nullable Instant untoldAt) {

  static PromiseJson of(Promise promise) {
    Promise.Moments m = promise.moments();
    return of(
        new CaseList.Promised(
            promise.id(),
            promise.about().id(),
            promise.customerId(),
            promise.kind().name().toLowerCase(Locale.ROOT),
            promise.words(),
            promise.dueAt(),
            promise.madeAt(),
            promise.owner().person(),
            promise.owner().team(),
            m.keptAt(),
            m.movedAt(),
            m.agreedAt(),
            m.releasedAt(),
            m.brokenAt(),
            m.madeGoodAt(),
            promise.followsId(),
            promise.evidence(),
            m.untoldAt()));
  }

  static PromiseJson of(CaseList.Promised p) {
    Subject evidence = p.evidence();
    return new PromiseJson(
        p.id(),
        p.caseId(),
        p.customerId(),
        p.kind(),
        p.words(),
        p.dueAt(),
        fate(p),
        p.madeAt(),
        p.ownerPerson(),
        p.ownerTeam(),
        p.keptAt(),
        p.brokenAt(),
        p.madeGoodAt(),
        p.movedAt(),
        p.agreedAt(),
        p.releasedAt(),
        p.followsId(),
        evidence == null ? null : evidence.kind() + ":" + evidence.id(),
        p.untoldAt());
  }

  private static Fate fate(CaseList.Promised p) {
    if (p.brokenAt() != null) {
      return Fate.BROKEN;
    }
    if (p.keptAt() != null) {
      return Fate.KEPT;
    }
    if (p.movedAt() != null) {
      return Fate.MOVED;
    }
    if (p.agreedAt() != null) {
      return Fate.AGREED;
    }
    return p.releasedAt() != null ? Fate.RELEASED : Fate.OWED;
  }
}
