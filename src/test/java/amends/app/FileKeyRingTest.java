package amends.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeyRingTest {
  private static final byte[] DATA = {1, 2, 3};
  private static final String FIRST = "1:" + "ab".repeat(32);
  private static final String SECOND = "2:" + "cd".repeat(32);

  @TempDir Path data;

  @Test
  void isMadeOnceAndForOurEyesOnly() throws Exception {
    byte[] mac = ring().mac("reply", DATA);
    assertThat(ring().verify("reply", DATA, mac)).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys"))))
        .isEqualTo("rw-------");
  }

  @Test
  void bindsTheMacToItsPurposeAndData() {
    byte[] mac = ring().mac("reply", DATA);
    assertThat(mac).hasSize(33);
    assertThat(ring().verify("other", DATA, mac)).isFalse();
    assertThat(ring().verify("reply", new byte[] {1, 2}, mac)).isFalse();
    mac[32] ^= 1;
    assertThat(ring().verify("reply", DATA, mac)).isFalse();
  }

  @Test
  void takesAShortenedMacButNotATooShortOne() {
    byte[] mac = ring().mac("reply", DATA);
    assertThat(ring().verify("reply", DATA, Arrays.copyOf(mac, 11))).isTrue();
    assertThat(ring().verify("reply", DATA, Arrays.copyOf(mac, 10))).isFalse();
    assertThat(ring().verify("reply", DATA, new byte[0])).isFalse();
    assertThat(ring().verify("reply", DATA, Arrays.copyOf(mac, 40))).isFalse();
  }

  @Test
  void signsWithTheNewestAndStillKnowsTheOld() {
    byte[] old = given(FIRST).mac("reply", DATA);
    byte[] fresh = given(FIRST + "," + SECOND).mac("reply", DATA);
    assertThat(fresh[0]).isEqualTo((byte) 2);
    assertThat(given(FIRST + "," + SECOND).verify("reply", DATA, old)).isTrue();
    assertThat(given(SECOND).verify("reply", DATA, old)).isFalse();
  }

  @Test
  void locksWithTheNewestAndStillOpensTheOld() {
    byte[] old = given(FIRST).lock("codes", DATA);
    assertThat(given(FIRST + "," + SECOND).unlock("codes", old)).isEqualTo(DATA);
    assertThat(given(FIRST + "," + SECOND).lock("codes", DATA)[0]).isEqualTo((byte) 2);
    assertThat(given(FIRST).lock("codes", DATA)).isNotEqualTo(old);
    assertThatThrownBy(() -> given(SECOND).unlock("codes", old))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> given(FIRST).unlock("other", old))
        .isInstanceOf(IllegalArgumentException.class);
    old[old.length - 1] ^= 1;
    assertThatThrownBy(() -> given(FIRST).unlock("codes", old))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> given(FIRST).unlock("codes", new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAFileThatOthersMayRead() throws Exception {
    ring();
    Files.setPosixFilePermissions(
        data.resolve("keys"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(this::ring)
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("may be read by others")
        .hasMessageContaining("chmod 600");
  }

  @Test
  void refusesADamagedFile() throws Exception {
    ring();
    Files.writeString(data.resolve("keys"), "1:abcd\n");
    assertThatThrownBy(this::ring).hasMessageContaining("damaged");
  }

  private FileKeyRing ring() {
    return FileKeyRing.open("", data);
  }

  private FileKeyRing given(String keys) {
    return FileKeyRing.open(keys, data);
  }

  @Test
  void saysWhatMendsARingThatCannotBeMade() throws Exception {
    Path file = Files.createFile(data.resolve("no-directory"));

    assertThatThrownBy(() -> FileKeyRing.open("", file))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("free some space there, or give this user the right to write");
  }
}
