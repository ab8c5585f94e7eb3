package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.faults.Opening;
import amends.peers.Visitor.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * P30: known and unknown accounts hear the same, after the same work, and too many tries wait. The
 * count of tries by address, and that nobody's wait grows by trying, stands in {@code SignInTest}.
 */
class P30SignInTest {
  private static final int TRIES = 9;

  private final House house = House.open();

  private record Heard(String words, long nanos, int status) {}

  private Heard tries(String email) {
    Visitor visitor = house.strangerFrom("127.0.30.30");
    List<String> fields = new ArrayList<>(visitor.get("/sign-in").hidden());
    fields.addAll(List.of("email", email, "password", "wrong wrong wrong"));
    long began = System.nanoTime();
    Answer answer = visitor.post("/sign-in", fields);
    long took = System.nanoTime() - began;
    String words = answer.text().replace(email, "").replaceAll("value=\"[^\"]*\"", "");
    return new Heard(words, took, answer.status());
  }

  @Test
  void knownAndUnknownHearTheSameAfterTheSameWorkAndTooManyTriesWait() {
    house.colleague("Gus Peer", "agent", house.team());
    tries("warm.up@amends.localhost");
    List<Long> known = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    for (int i = 0; i < TRIES; i++) {
      Heard one = tries("gus.peer@amends.localhost");
      Heard other = tries("nobody.peer@amends.localhost");
      assertThat(one.status()).isEqualTo(422);
      assertThat(other.status()).isEqualTo(422);
      assertThat(one.words()).isEqualTo(other.words());
      known.add(one.nanos());
      unknown.add(other.nanos());
    }
    double ratio = (double) median(known) / median(unknown);
    assertThat(ratio).as("work for known : unknown").isBetween(0.5, 2.0);
    tries("gus.peer@amends.localhost");
    tries("nobody.peer@amends.localhost");
    Heard closed = tries("gus.peer@amends.localhost");
    Heard nobody = tries("nobody.peer@amends.localhost");
    assertThat(closed.status()).isEqualTo(429);
    assertThat(nobody.status()).as("no account to be told apart by").isEqualTo(429);
    assertThat(closed.words().replaceAll("\\d+", "#"))
        .isEqualTo(nobody.words().replaceAll("\\d+", "#"));
    Answer right =
        house
            .stranger()
            .submit("/sign-in", "/sign-in", "email", Opening.EMAIL, "password", Opening.PASSWORD);
    assertThat(right.status()).as("others get in").isEqualTo(302);
  }

  private static long median(List<Long> times) {
    List<Long> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
