package amends.shared.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FaceTest {
  @Test
  void takesTheFirstAndTheLastInitial() {
    assertThat(Face.initials("Priya Nair")).isEqualTo("PN");
    assertThat(Face.initials("Bram de Wit")).isEqualTo("BW");
    assertThat(Face.initials("  Ōe ")).isEqualTo("Ō");
    assertThat(Face.initials("")).isEmpty();
  }

  @Test
  void keepsWhatWasTypedWhenAFormIsRefused() {
    Form form =
        Form.of(Map.of("by", "soonish")).refused("by", "We cannot read it.").refused("", "x");
    assertThat(form.value("by")).isEqualTo("soonish");
    assertThat(form.error("by")).isEqualTo("We cannot read it.");
    assertThat(form.isRefused()).isTrue();
    assertThat(form.error("next")).isNull();
  }
}
