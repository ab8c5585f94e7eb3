package amends.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The rooms are those of the design, and each uses only what it says that it uses. The scan starts
 * from the package: started from the main class, which lives in a room, it would find none.
 */
class HouseTest {
  /** Tests are no rooms, wherever they were compiled to: this one stands where they all do. */
  private static final String TESTS =
      HouseTest.class.getProtectionDomain().getCodeSource().getLocation().getPath();

  private static final ApplicationModules MODULES =
      ApplicationModules.of(Rooms.ROOT, (ImportOption) location -> !location.contains(TESTS));

  @Test
  void hasTheseRoomsAndNoOther() {
    assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
        .containsExactlyInAnyOrderElementsOf(Rooms.UPWARDS);
  }

  @Test
  void noRoomUsesWhatItDoesNotDeclareOrSeesBehindAnothersFace() {
    MODULES.verify();
  }

  @Test
  void everyRoomDeclaresOnlyRoomsBelowIt() {
    for (String room : Rooms.UPWARDS) {
      assertThat(Rooms.below(room)).as("below " + room).containsAll(Rooms.mayUse(room));
    }
  }

  @Test
  void noRoomOpensAllItsDoors() {
    assertThat(MODULES.stream().filter(module -> module.isOpen()).collect(Collectors.toList()))
        .isEmpty();
  }
}
