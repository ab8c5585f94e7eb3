package amends.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody handed over before going.
 *
 * @param toPerson null when the whole team may accept
 * @param words for all of it; may be empty
 * @param backAt when the giver is back
 * @param acceptBy when the lead hears, if nobody has accepted
 * @param lapsedAt since when the lead knows; null when that was not needed
 */
public record Shift(
    long id,
    long fromPerson,
    @Nullable Long toPerson,
    long toTeam,
    String words,
    Instant backAt,
    Instant at,
    Instant acceptBy,
    @Nullable Instant lapsedAt,
    List<Handed> cases) {

  /**
   * @param words for this case alone; may be empty
   */
  public record Handed(long caseId, String words) {}

  /**
   * What is to be handed over.
   *
   * @param owner "person:7" or "team:2"
   * @param words for all of it
   * @param cases those that were chosen, each with a word of its own or ""
   */
  public record Handing(String owner, String words, Instant backAt, Map<Long, String> cases) {
    public Handing {
      cases = Map.copyOf(cases);
    }
  }
}
