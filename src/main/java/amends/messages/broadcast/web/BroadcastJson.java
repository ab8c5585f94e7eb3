package amends.messages.broadcast.web;

import amends.customers.Purpose;
import amends.messages.broadcast.After;
import amends.messages.broadcast.Broadcast;
import amends.messages.broadcast.Broadcast.Ways;
import amends.messages.broadcast.Reach;
import amends.messages.broadcast.Recipient;
import amends.messages.broadcast.WordGiven;
import amends.shared.api.Say;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One text to many, as programs read it. */
record BroadcastJson(
    @Say(value = "Our number.", example = "4") long id,
    @Say(value = "In the name of which brand.", example = "1") long brandId,
    @Say("What it is for: service, safety or marketing.") Purpose purpose,
    @Say("By which way: as each prefers of e-mail and text, or of any, or by one only.") Ways ways,
    @Say(value = "Its subject.", example = "Your heater") String subject,
    @Say(value = "Its words, with places in braces.", example = "Hello {first name}, …")
        String body,
    @Say("What it promises to each who gets it; null for nothing more unless they write.")
        @Nullable BroadcastNextJson next,
    @Say("What becomes of what an earlier one promised; null where it is about none.")
        @Nullable BroadcastEarlierJson earlier,
    @Say("How it is with it.") Broadcast.State state,
    @Say("When its list was fixed; null while there is none.") @Nullable Instant frozenAt,
    @Say(value = "How many people are on its list.", example = "48213") int people,
    @Say(value = "How many of them can be reached at all.", example = "48101") int reachable,
    @Say("When it was started; null before that.") @Nullable Instant startedAt,
    @Say("The first leaves not before this moment.") @Nullable Instant leavesAt,
    @Say("How far it is; null before it was started.") @Nullable BroadcastProgressJson progress,
    @Say("What has become of what it promised; null where it promised nothing or was not started.")
        @Nullable BroadcastPromisedJson promised) {

  /** Everybody who was told of it is counted once. */
  record BroadcastPromisedJson(
      @Say(value = "Owed to them.", example = "40000") int owed,
      @Say(value = "Kept in time.", example = "0") int kept,
      @Say(value = "Moved before it was due.", example = "0") int moved,
      @Say(value = "Released, as it never reached them.", example = "3") int released,
      @Say(value = "Broken.", example = "0") int broken,
      @Say(value = "Broken, and made good since.", example = "0") int madeGood) {
    static BroadcastPromisedJson of(WordGiven.Standing standing) {
      return new BroadcastPromisedJson(
          standing.owed(),
          standing.kept(),
          standing.moved(),
          standing.released(),
          standing.broken(),
          standing.madeGood());
    }
  }

  /** Everybody on the list is counted once. */
  record BroadcastProgressJson(
      @Say(value = "A provider took it for them.", example = "40000") int reached,
      @Say(value = "Their turn is still to come.", example = "8000") int coming,
      @Say(value = "It came back, or there is no way to them.", example = "112") int unreached,
      @Say(value = "They must not get it, each with a reason.", example = "101") int suppressed,
      @Say(value = "It was stopped before their turn.", example = "0") int stopped,
      @Say(value = "Of those to come, letters that colleagues have yet to print.", example = "210")
          int lettersToPrint,
      @Say(value = "Of those to come, letters that are printed and not posted.", example = "0")
          int lettersToPost,
      @Say(value = "Of those to come, calls that colleagues have yet to make.", example = "38")
          int callsToMake,
      @Say("When machines will have done their part at the present pace; null when nobody can say.")
          @Nullable Instant finish) {
    static BroadcastProgressJson of(Reach reach) {
      return new BroadcastProgressJson(
          reach.reached(),
          reach.coming(),
          reach.unreached(),
          reach.suppressed(),
          reach.stopped(),
          reach.byHand().lettersToPrint(),
          reach.byHand().lettersToPost(),
          reach.byHand().callsToMake(),
          reach.finish());
    }
  }

  static BroadcastJson of(
      Broadcast b, @Nullable Reach reach, WordGiven.@Nullable Standing promised, Instant now) {
    Broadcast.Whom list = b.list();
    Broadcast.Going going = b.going();
    return new BroadcastJson(
        b.id(),
        b.words().brandId(),
        b.words().purpose(),
        b.words().ways(),
        b.words().subject(),
        b.words().body(),
        BroadcastNextJson.of(b.words().after().given()),
        BroadcastEarlierJson.of(b.words().after().earlier()),
        b.state(now),
        list == null ? null : list.frozenAt(),
        list == null ? 0 : list.people(),
        list == null ? 0 : list.reachable(),
        going == null ? null : going.startedAt(),
        going == null ? null : going.leavesAt(),
        reach == null ? null : BroadcastProgressJson.of(reach),
        promised == null ? null : BroadcastPromisedJson.of(promised));
  }

  /** What is to be written. */
  record NewBroadcastJson(
      @Say(value = "In the name of which brand.", example = "1") long brandId,
      @Say("What it is for: service, safety or marketing.") Purpose purpose,
      @Say("By which way: as each prefers of e-mail and text, or of any, or by one only.")
          Ways ways,
      @Say(value = "Its subject.", example = "Your heater", least = 1, most = 200) String subject,
      @Say(
              value = "Its words; {first name} and {name} are filled for each.",
              example = "Hello {first name}, please switch it off.",
              least = 1,
              most = 20_000)
          String body,
      @Say("A promise to each who gets it, from then on in the ledger; null for none.")
          @Nullable BroadcastNextJson next,
      @Say("What becomes of what an earlier one promised, for whoever gets this; null for none.")
          @Nullable BroadcastEarlierJson earlier) {
    After after() {
      return new After(
          next == null ? null : new After.Given(next.words(), next.dueAt()),
          earlier == null ? null : new After.Earlier(earlier.broadcastId(), earlier.how()));
    }
  }

  record BroadcastNextJson(
      @Say(
              value = "What happens next, the same for all.",
              example = "We tell you what we have found",
              least = 1,
              most = 300,
              refusedAs = "next")
          String words,
      @Say("By when: an hour after the first leaves or later.") Instant dueAt) {
    static @Nullable BroadcastNextJson of(After.@Nullable Given given) {
      return given == null ? null : new BroadcastNextJson(given.words(), given.dueAt());
    }
  }

  record BroadcastEarlierJson(
      @Say(value = "The one that promised it.", example = "3") long broadcastId,
      @Say("Kept by this one, or moved to another moment by it.") After.How how) {
    static @Nullable BroadcastEarlierJson of(After.@Nullable Earlier earlier) {
      return earlier == null
          ? null
          : new BroadcastEarlierJson(earlier.broadcastId(), earlier.how());
    }
  }

  /** Whom it is for: people named one by one. */
  record NewBroadcastListJson(
      @Say(value = "Who they are, each once.", least = 1, most = 20_000, refusedAs = "list")
          List<NamedPersonJson> people,
      @Say(value = "Leave out who is on this one's list.", example = "3")
          @Nullable Long withoutId) {}

  record NamedPersonJson(
      @Say(
              value = "Our number, their number in your system, or their e-mail address.",
              example = "C-20417",
              least = 1,
              most = 320)
          String who,
      @Say(value = "What your words name of them only.", most = 50)
          @Nullable List<OwnWordJson> own) {}

  record OwnWordJson(
      @Say(value = "The place in your words.", example = "order", least = 1, most = 80) String name,
      @Say(value = "What stands there for them.", example = "A-1001", least = 1, most = 500)
          String value) {}

  record BroadcastStartJson(
      @Say(
              value =
                  "How many people it goes to, as you have read it: another number starts nothing.",
              example = "48101",
              least = 1,
              refusedAs = "count")
          int reachable,
      @Say(
              value =
                  "Why its words go out although the honesty rules stop them: true_here, quoted,"
                      + " agreed, known or other. Kept and counted.",
              example = "true_here",
              most = 40)
          @Nullable String overrule) {}

  /** One of its people. */
  record BroadcastPersonJson(
      @Say(value = "Their number on the list.", example = "1") int no,
      @Say(value = "Our number of the customer.", example = "17") long customerId,
      @Say("Over which channel; null when there is none.") @Nullable String channel,
      @Say("What has become of them.") Recipient.State state,
      @Say("Why they get nothing, as a code; null when they do.") @Nullable String why,
      @Say("What the other side said; null when nothing went wrong.") @Nullable String trouble,
      @Say("When it was taken, or not before which moment it leaves.") @Nullable Instant at) {
    static BroadcastPersonJson of(Recipient r) {
      return new BroadcastPersonJson(
          r.no(), r.customerId(), r.channel(), r.state(), r.why(), r.trouble(), r.at());
    }
  }

  record BroadcastFilter() {}

  record PersonFilter(
      @Say("Only those of whom this has become.") Recipient.@Nullable State state) {}
}
