package amends.app.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Web hooks hear of remedies, and nothing of what is looked into quietly. */
class PrivateKindsTest {
  @Test
  void remediesAreToldAndQuietLooksAreNot() {
    List<String> remedies = HookKinds.checked(List.of("remedy.*"));
    assertThat(HookKinds.wants(remedies, "remedy.granted")).isTrue();
    assertThat(HookKinds.wants(remedies, "remedy.looked_into")).isFalse();
    assertThat(HookKinds.wants(List.of("remedy.looked_into"), "remedy.looked_into")).isFalse();
  }

  @Test
  void stopMarksAreTold() {
    assertThat(HookKinds.wants(HookKinds.checked(List.of("goods.*")), "goods.stopped")).isTrue();
  }
}
