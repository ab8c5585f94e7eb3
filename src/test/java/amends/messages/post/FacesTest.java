package amends.messages.post;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What can be printed, and what is named because it cannot. */
class FaceTest {
  @Test
  void lettersOfEuropeCanBePrinted() {
    assertThat(Face.missing("Zoë Łódź Şahin 12,50 € “so” – Αθήνα Київ\nStraße 4")).isEmpty();
  }

  @Test
  void whatTheFaceDoesNotHaveIsNamedOnce() {
    assertThat(Face.missing("Dear 田中さん 田")).isEqualTo("田 中 さ ん");
    assertThat(Face.missing("👍")).isEqualTo("👍");
  }

  @Test
  void whatRunsFromRightToLeftIsNotSetTheWrongWayRound() {
    assertThat(Face.missing("شكرا")).isEqualTo("ش ك ر ا");
    assertThat(Face.missing("תודה")).isNotEmpty();
  }
}
