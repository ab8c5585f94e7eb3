package amends.shared.api;

import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.Upserted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a list. */
public record UpsertJson(
    @Say("One for each entry sent, in its order.") List<ResultJson> results,
    @Say(value = "How many were new.", example = "1") int created,
    @Say(value = "How many were different.", example = "0") int updated,
    @Say(value = "How many were known just so.", example = "0") int unchanged,
    @Say(value = "How many were refused.", example = "0") int refused) {

  /** What became of one entry. */
  public record ResultJson(
      @Say("What was done.") Upserted.What result,
      @Say(value = "Our number; null when it was refused.", example = "12") @Nullable Long id,
      @Say("Why it was refused and how to mend it.") @Nullable String reason) {}

  /** As a program is told it, in this voice. */
  public static UpsertJson of(List<Upserted> all, Voice t) {
    return new UpsertJson(
        all.stream().map(one -> result(one, t)).toList(),
        count(all, Upserted.What.CREATED),
        count(all, Upserted.What.UPDATED),
        count(all, Upserted.What.UNCHANGED),
        count(all, Upserted.What.REFUSED));
  }

  private static ResultJson result(Upserted one, Voice t) {
    Refusal refusal = one.refusal();
    return new ResultJson(one.what(), one.id(), refusal == null ? null : t.say(refusal));
  }

  private static int count(List<Upserted> all, Upserted.What what) {
    return Math.toIntExact(all.stream().filter(one -> one.what() == what).count());
  }
}
