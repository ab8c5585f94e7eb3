package amends.testing;

import amends.journal.Anchors;
import amends.messages.trust.Scales;
import amends.shared.KeyRing;
import amends.shared.Settings;
import amends.shared.SignInSettings;
import amends.shared.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The outside of the program, as tests give it. */
@TestConfiguration(proxyBeanMethods = false)
public class TestWiring {
  static final SwitchedDataSource DATABASE = new SwitchedDataSource();
  static final TestClock CLOCK = new TestClock();
  static final FakeNames NAMES = new FakeNames();
  static final Path ANCHORS = anchors();

  @Bean
  @Primary
  DataSource testDataSource() {
    return DATABASE;
  }

  @Bean
  @Primary
  TestClock testClock() {
    return CLOCK;
  }

  @Bean
  @Primary
  Anchors testAnchors() {
    return new Anchors(ANCHORS);
  }

  @Bean
  @Primary
  Texts testTexts() {
    return Texts.strict();
  }

  @Bean
  @Primary
  KeyRing testKeyRing() {
    return new TestKeyRing();
  }

  @Bean
  @Primary
  Patience testPatience() {
    return new Patience();
  }

  /** What the DNS says, as a test wants it. */
  @Bean
  @Primary
  FakeNames fakeNames() {
    return NAMES;
  }

  /** Nothing is demanded, unless a test does. */
  @Bean
  @Primary
  Scales testScales() {
    return new Scales(NAMES, NAMES::ways);
  }

  /** A door on any free port, and no mail server: what is sent waits. */
  @Bean
  @Primary
  Settings testSettings() {
    return new Settings(
        ANCHORS.resolveSibling("data"),
        new Settings.Door("127.0.0.1", 0),
        new Settings.Door("127.0.0.1", 0),
        null,
        URI.create("http://localhost"),
        "mail.test",
        null,
        25L * 1024 * 1024,
        Duration.ZERO,
        List.of(),
        List.of("127.0.0.1"),
        Map.of(),
        "203.0.113.128/25",
        SignInSettings.STANDARD,
        FakeTokens.WAYS);
  }

  private static Path anchors() {
    try {
      return Files.createTempDirectory("anchors").resolve("journal.anchors");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
