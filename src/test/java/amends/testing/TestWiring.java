package amends.testing;

import amends.journal.Anchors;
import amends.shared.KeyRing;
import amends.shared.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The outside of the program, as tests give it. */
@TestConfiguration(proxyBeanMethods = false)
public class TestWiring {
  static final SwitchedDataSource DATABASE = new SwitchedDataSource();
  static final TestClock CLOCK = new TestClock();
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

  private static Path anchors() {
    try {
      return Files.createTempDirectory("anchors").resolve("journal.anchors");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
