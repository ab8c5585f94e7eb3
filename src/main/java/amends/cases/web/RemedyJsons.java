package amends.cases.web;

import amends.remedies.Backing;
import amends.remedies.Hazard;
import amends.remedies.Offer;
import amends.remedies.Remedies;
import amends.remedies.RemedyGrant;
import amends.remedies.Request;
import amends.remedies.Ruling;
import amends.remedies.Safe;
import amends.remedies.fulfilment.Stop;
import amends.shared.Money;
import amends.shared.Texts.Voice;
import amends.shared.api.Say;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rulings, grants and offers as programs read and send them. */
final class RemedyJsons {
  private static final int LONG = 2_000;

  private RemedyJsons() {}

  /** An amount of money. */
  record MoneyJson(
      @Say(
              value = "In minor units: 1299 is 12.99 of a currency with two digits.",
              example = "2500",
              least = 0)
          long minor,
      @Say(value = "ISO 4217.", example = "GBP", least = 3, most = 3) String currency) {
    static MoneyJson of(Money money) {
      return new MoneyJson(money.minor(), money.currency());
    }
  }

  /** Why it is for now only, and until when. */
  record BridgeJson(
      @Say(
              value = "Why it is not the final remedy yet.",
              example = "The part comes in June.",
              least = 1,
              most = LONG)
          String why,
      @Say(value = "Until when it bridges.", example = "2026-05-13T15:00:00Z") Instant endsAt) {}

  /** What is to be given. */
  record WantedJson(
      @Say(value = "The remedy of the catalogue.", example = "3") long remedyId,
      @Say("What is paid, or what it costs; left out, the catalogue's price counts.")
          @Nullable MoneyJson amount,
      @Say("The unit that is sent, by our number.") @Nullable Long unitId,
      @Say(value = "A code of the causes.", most = 40) @Nullable String cause,
      @Say(
              value = "How bad it was; medium where it is left out.",
              oneOf = {"small", "medium", "grave"})
          @Nullable String severity,
      @Say(value = "Why, for colleagues.", example = "For the day off work", least = 1, most = LONG)
          String reason,
      @Say("Only for an interim remedy.") @Nullable BridgeJson interim) {}

  /** What would be decided. */
  record RulingJson(
      @Say(value = "within, above or never.", example = "within") String ruling,
      @Say("The decision in a sentence.") String words,
      @Say("What it counts for; null where it is never given so.") @Nullable MoneyJson amount,
      @Say("What is used already under the tightest bound.") @Nullable MoneyJson used,
      @Say("What could be given without asking.") @Nullable MoneyJson left,
      @Say("Who answers above the limit.") @Nullable Long approverId,
      @Say("By when they answer.") @Nullable Instant dueAt,
      @Say("What speaks against sending it.") List<HazardJson> hazards,
      @Say("Units that can be sent instead, by our number.") List<Long> instead) {
    static RulingJson of(Voice t, String words, Remedies.Outlook outlook) {
      Ruling ruling = outlook.ruling();
      Ruling.Within within = ruling instanceof Ruling.Within one ? one : null;
      Ruling.Above above = ruling instanceof Ruling.Above one ? one : null;
      return new RulingJson(
          within != null ? "within" : above != null ? "above" : "never",
          words,
          within != null
              ? MoneyJson.of(within.amount())
              : above != null ? MoneyJson.of(above.amount()) : null,
          within == null ? null : MoneyJson.of(within.used()),
          within != null
              ? MoneyJson.of(within.left())
              : above != null ? MoneyJson.of(above.left()) : null,
          above == null ? null : above.approver(),
          above == null ? null : above.dueAt(),
          hazards(outlook.safe()).stream().map(hazard -> HazardJson.of(t, hazard)).toList(),
          outlook.safe() instanceof Safe.Blocked blocked
              ? blocked.instead().stream().map(unit -> unit.id()).toList()
              : List.of());
    }

    private static List<Hazard> hazards(Safe safe) {
      return switch (safe) {
        case Safe.Clear clear -> List.of();
        case Safe.Warned warned -> warned.hazards();
        case Safe.Blocked blocked -> blocked.hazards();
      };
    }
  }

  /** A reason not to send something. */
  record HazardJson(
      @Say(value = "block or warn.", example = "block") String weight,
      @Say(value = "Its code.", example = "stopped.lot") String code,
      @Say("In a sentence.") String words) {
    static HazardJson of(Voice t, Hazard hazard) {
      return new HazardJson(
          hazard.weight().name().toLowerCase(Locale.ROOT),
          hazard.code(),
          t.say("remedies.hazard." + hazard.code()));
    }
  }

  /** Looked at afterwards; the customer keeps it either way. */
  record BackingJson(
      @Say("Who looked, by our number of the colleague.") long by,
      @Say(value = "When.", example = "2026-05-12T13:07:00Z") Instant at,
      @Say("What they would do next time; null for nothing.") @Nullable String lesson) {
    static BackingJson of(Backing backing) {
      return new BackingJson(backing.by(), backing.at(), backing.lesson());
    }
  }

  /** Stopped or claimed back, on evidence; the customer answers before anybody decides. */
  record GrantStopJson(
      @Say(value = "stop or reclaim.", example = "stop") String way,
      @Say(value = "fraud, wrong_person or double_payment.", example = "double_payment")
          String reason,
      @Say(value = "When.", example = "2026-05-12T13:07:00Z") Instant openedAt,
      @Say("Until when the customer's answer is waited for.") Instant answerUntil,
      @Say("When the customer answered.") @Nullable Instant answeredAt,
      @Say("When it was decided.") @Nullable Instant decidedAt,
      @Say("Whether it stays so; null while nobody has decided.") @Nullable Boolean upheld) {
    static GrantStopJson of(Stop stop) {
      return new GrantStopJson(
          stop.way(),
          stop.reason().code(),
          stop.openedAt(),
          stop.answerUntil(),
          stop.answeredAt(),
          stop.decidedAt(),
          stop.upheld());
    }
  }

  /** One remedy given. */
  record GrantJson(
      @Say(value = "Our number of it.", example = "41") long id,
      @Say(value = "The case.", example = "1001") long caseId,
      @Say(value = "The customer.", example = "17") long customerId,
      @Say(value = "The remedy of the catalogue.", example = "3") long remedyId,
      @Say(value = "Its kind.", example = "refund") String kind,
      @Say("Whether it is for now only.") boolean interim,
      @Say("What is paid, or what it costs.") MoneyJson amount,
      @Say("The unit that is sent.") @Nullable Long unitId,
      @Say("Why it failed, as a code.") @Nullable String cause,
      @Say(value = "How bad it was.", example = "medium") String severity,
      @Say("Why, for colleagues.") String reason,
      @Say("Whose limit it was: a colleague; negative for a token.") long ruledBy,
      @Say(value = "When it was given.", example = "2026-05-12T13:07:00Z") Instant grantedAt,
      @Say("When the customer was told that it is there.") @Nullable Instant promisedAt,
      @Say(
              value = "granted, unknown, done, came_back, failed, stopped, undone or reclaimed.",
              example = "granted")
          String state,
      @Say("When it left the house.") @Nullable Instant doneAt,
      @Say("The offer that the customer chose it from.") @Nullable Long offerId,
      @Say("Who looked at it afterwards; null while nobody has.") @Nullable BackingJson backed,
      @Say("The last time that it was stopped; null for never.") @Nullable GrantStopJson stop) {
    static GrantJson of(RemedyGrant grant, @Nullable Backing backing, @Nullable Stop stop) {
      return new GrantJson(
          grant.id(),
          grant.about().id(),
          grant.customerId(),
          grant.remedyId(),
          grant.kind().code(),
          grant.interim(),
          MoneyJson.of(grant.amount()),
          grant.unitId(),
          grant.cause(),
          grant.severity().code(),
          grant.reason(),
          grant.ruledBy(),
          grant.grantedAt(),
          grant.promisedAt(),
          grant.state().name().toLowerCase(Locale.ROOT),
          grant.fate().doneAt(),
          grant.offerId(),
          backing == null ? null : BackingJson.of(backing),
          stop == null ? null : GrantStopJson.of(stop));
    }
  }

  /** Above the limit, put before the one who decides. */
  record RemedyRequestJson(
      @Say(value = "Our number of it.", example = "7") long id,
      @Say(value = "The case.", example = "1001") long caseId,
      @Say(value = "The remedy of the catalogue.", example = "3") long remedyId,
      @Say("What is paid, or what it costs.") MoneyJson amount,
      @Say(value = "When it was asked.", example = "2026-05-12T13:07:00Z") Instant askedAt,
      @Say("Who answers: a colleague.") long approverId,
      @Say(
              value = "By when; the customer was promised a word then.",
              example = "2026-05-12T17:07:00Z")
          Instant dueAt,
      @Say(value = "open, approved, refused or withdrawn.", example = "open") String state,
      @Say("What they say to it; empty for nothing.") String words,
      @Say("What was given by it; null while nothing was.") @Nullable Long grantId) {
    static RemedyRequestJson of(Request request) {
      String state =
          request.approvedAt() != null
              ? "approved"
              : request.refusedAt() != null
                  ? "refused"
                  : request.withdrawnAt() != null ? "withdrawn" : "open";
      return new RemedyRequestJson(
          request.id(),
          request.about().id(),
          request.wanted().remedyId(),
          MoneyJson.of(request.amount()),
          request.askedAt(),
          request.approver(),
          request.dueAt(),
          state,
          request.words(),
          request.grantId());
    }
  }

  /** What a customer is to choose from. */
  record NewOfferJson(
      @Say(value = "Up to eight, each within the limit, all in one currency.", least = 1, most = 8)
          List<WantedJson> choices,
      @Say(value = "Why, for colleagues.", example = "The jug broke", least = 1, most = LONG)
          String reason,
      @Say(value = "Until when they can choose.", example = "2026-05-15T15:00:00Z")
          Instant validUntil,
      @Say(value = "The law that gives them the choice.", example = "gpsr", most = 40)
          @Nullable String law,
      @Say(value = "Why only one is offered although that law asks for more.", most = LONG)
          @Nullable String singleReason) {}

  /** What a customer can choose from. */
  record OfferJson(
      @Say(value = "Our number of it.", example = "12") long id,
      @Say(value = "The case.", example = "1001") long caseId,
      @Say(value = "When it was offered.", example = "2026-05-12T13:07:00Z") Instant offeredAt,
      @Say(value = "Until when they can choose.", example = "2026-05-13T15:00:00Z")
          Instant validUntil,
      @Say(value = "open, accepted, refused, withdrawn or lapsed.", example = "open") String state,
      @Say("In their order.") List<ChoiceJson> choices,
      @Say("The choice that was taken.") @Nullable Long chosenId,
      @Say("page, message, phone or letter.") @Nullable String answeredOn) {
    static OfferJson of(Offer offer) {
      String state =
          offer.acceptedAt() != null
              ? "accepted"
              : offer.refusedAt() != null
                  ? "refused"
                  : offer.withdrawnAt() != null
                      ? "withdrawn"
                      : offer.lapsedAt() != null ? "lapsed" : "open";
      return new OfferJson(
          offer.id(),
          offer.about().id(),
          offer.offeredAt(),
          offer.validUntil(),
          state,
          offer.choices().stream().map(ChoiceJson::of).toList(),
          offer.chosenId(),
          offer.answeredOn());
    }
  }

  /** One thing to choose. */
  record ChoiceJson(
      @Say(value = "Our number of it.", example = "31") long id,
      @Say(value = "The remedy.", example = "3") long remedyId,
      @Say(value = "Its kind.", example = "refund") String kind,
      @Say("What is paid, or what it costs.") MoneyJson amount) {
    static ChoiceJson of(Offer.Choice choice) {
      return new ChoiceJson(
          choice.id(),
          choice.wanted().remedyId(),
          choice.kind().code(),
          MoneyJson.of(choice.amount()));
    }
  }
}
