package amends.messages.broadcast;

import amends.messages.broadcast.Broadcast.Words;
import amends.shared.Refusal;
import amends.shared.Texts;
import amends.staff.Brand;
import amends.staff.Staff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * What a broadcast says will happen next: that it can be said, whose word it is, and how it reads.
 */
@Component
final class Promising {
  private static final Duration SOONEST = Duration.ofHours(1);
  private static final int LONGEST_NEXT = 300;

  private final BroadcastRows rows;
  private final Staff staff;
  private final Texts texts;
  private final InstantSource clock;

  Promising(BroadcastRows rows, Staff staff, Texts texts, InstantSource clock) {
    this.rows = rows;
    this.staff = staff;
    this.texts = texts;
    this.clock = clock;
  }

  /** What it promises is plain and lies ahead; what it is said to keep or move was promised. */
  void check(Words words) {
    After.Given given = words.after().given();
    if (given != null) {
      String said = given.words();
      if (said.isBlank()
          || said.length() > LONGEST_NEXT
          || said.chars().anyMatch(c -> c == '{' || c == '}' || Character.isISOControl(c))) {
        throw new Refusal("next", "messages.broadcast.refusal.next", LONGEST_NEXT);
      }
      ahead(given, clock.instant());
    }
    After.Earlier earlier = words.after().earlier();
    if (earlier != null) {
      if (given == null && earlier.how() == After.How.MOVED) {
        throw new Refusal("next", "messages.broadcast.refusal.moved-to");
      }
      Broadcast first = rows.get(earlier.broadcastId());
      if (!first.started()
          || first.words().after().given() == null
          || first.words().brandId() != words.brandId()) {
        throw new Refusal("earlier", "messages.broadcast.refusal.earlier");
      }
    }
  }

  /** An hour at least, so that it can be heard before it is due. */
  private static void ahead(After.Given given, Instant leaves) {
    if (given.dueAt().isBefore(leaves.plus(SOONEST))) {
      throw new Refusal("by", "messages.broadcast.refusal.by");
    }
  }

  /** Whoever takes the brand's new cases answers for what it promises. */
  void answered(Broadcast broadcast, Instant leaves) {
    After.Given given = broadcast.words().after().given();
    if (given == null) {
      return;
    }
    ahead(given, leaves);
    long team =
        staff
            .teamFor(broadcast.words().brandId())
            .orElseThrow(() -> new Refusal("next", "messages.broadcast.refusal.no-team"))
            .id();
    rows.answers(broadcast.id(), team);
  }

  /** With what happens next, as every message of ours says it. */
  String whole(Words words) {
    Brand brand = staff.brand(words.brandId());
    Texts.Voice t = texts.voice(brand.locale(), brand.zone());
    After.Given given = words.after().given();
    if (given != null) {
      String key = words.ways() == Broadcast.Ways.SMS ? "promise.sms" : "promise";
      return words.body().strip()
          + "\n\n"
          + t.say("messages.broadcast.letter." + key, given.words(), t.moment(given.dueAt()));
    }
    String next =
        switch (words.ways()) {
          case SMS -> "next.sms";
          case EMAIL -> "next";
          case PREFERRED, ANY, LETTER, PHONE -> "next.any";
        };
    return words.body().strip() + "\n\n" + t.say("messages.broadcast.letter." + next);
  }
}
