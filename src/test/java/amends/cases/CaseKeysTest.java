package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;

import amends.staff.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CaseKeysTest {
  private static final Pattern NUMBERS = Pattern.compile("'(\\d+)([kp])(\\d*)'(:\\*)?");
  private static final int TIMES = 300;
  private static final long MOST = 400_000;

  private final SplittableRandom random = new SplittableRandom(20_261_127);

  /** Numbers, the last one without. */
  private record Part(long from, long upTo) {}

  @Test
  void everyNumberIsAskedForOnceTheNewestFirst() {
    for (int time = 0; time < TIMES; time++) {
      CaseKeys keys = CaseKeys.ofAll("", 1 + random.nextLong(MOST));
      long upTo = piece(random.nextLong(keys.end() + 1));
      long width = CaseKeys.PIECE / 2 + random.nextLong(CaseKeys.WIDE);
      String[] queries = keys.downFrom(upTo, width, random.nextInt(20));
      assertThat(met(queries, keys)).as("%s down from %d", keys, upTo).isEqualTo(upTo);
    }
  }

  @Test
  void betweenTwoNumbersEachIsAskedForOnce() {
    for (int time = 0; time < TIMES; time++) {
      CaseKeys keys = CaseKeys.ofAll("", 1 + random.nextLong(MOST));
      long upTo = piece(random.nextLong(keys.end() + 1));
      long from = piece(random.nextLong(upTo + 1));
      assertThat(met(keys.between(from, upTo), keys))
          .as("%s from %d to %d", keys, from, upTo)
          .isEqualTo(upTo - from);
      assertThat(keys.between(from, upTo).length)
          .isLessThanOrEqualTo((int) (2 + (upTo - from) / CaseKeys.WIDE));
    }
  }

  @Test
  void whoeverSeesNotEverythingIsAskedForByTeamBrandAndName() {
    var visible =
        new Visible(7, false, List.of(3L, 4L), List.of(), List.of(new Visible.Pair(5, 2)));
    var keys = new CaseKeys("'it''s' & ( 'kettl':* | 'teapot' )", visible, 70_000);
    assertThat(keys.between(0, CaseKeys.WIDE))
        .containsExactly(
            "('0 it''s' & ( '0 kettl':* | '0 teapot' )) & ('0t3' | '0t4' | '0t5' & '0b2' | '0o7')");
    assertThat(keys.between(CaseKeys.WIDE, keys.end()))
        .containsExactly(
            "('1 it''s' & ( '1 kettl':* | '1 teapot' )) & ('1t3' | '1t4' | '1t5' & '1b2' | '1o7')");
    assertThat(CaseKeys.ofAll("'kettl'", 5_000).between(1_024, 3_072))
        .containsExactly("('0 kettl') & ('0p1' | '0p2')");
  }

  /** How many numbers these are for; each part must lie right below the one before. */
  private static long met(String[] queries, CaseKeys keys) {
    long met = 0;
    long below = Long.MAX_VALUE;
    for (String query : queries) {
      List<Part> parts = parts(query, keys);
      assertThat(parts.getLast().upTo()).isLessThanOrEqualTo(below);
      assertThat(below == Long.MAX_VALUE || parts.getLast().upTo() == below).isTrue();
      for (int i = 1; i < parts.size(); i++) {
        assertThat(parts.get(i).from()).isEqualTo(parts.get(i - 1).upTo());
      }
      below = parts.getFirst().from();
      met += parts.getLast().upTo() - below;
    }
    return met;
  }

  /** Beyond the newest piece there is nothing, whatever is asked for. */
  private static List<Part> parts(String query, CaseKeys keys) {
    List<Part> parts = new ArrayList<>();
    NUMBERS
        .matcher(query)
        .results()
        .forEach((MatchResult key) -> {
          long wide = Long.parseLong(key.group(1));
          boolean whole = key.group(4) != null;
          long size =
              whole ? CaseKeys.WIDE : key.group(2).equals("k") ? CaseKeys.BLOCK : CaseKeys.PIECE;
          long from = whole ? wide * size : Long.parseLong(key.group(3)) * size;
          assertThat(from / CaseKeys.WIDE).isEqualTo(wide);
          parts.add(new Part(from, Math.min(from + size, keys.end())));
        });
    return parts;
  }

  private static long piece(long number) {
    return number / CaseKeys.PIECE * CaseKeys.PIECE;
  }
}
