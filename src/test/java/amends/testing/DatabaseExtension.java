package amends.testing;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Puts a clone of the template under the context before the first test and drops it after the last.
 */
final class DatabaseExtension implements BeforeAllCallback, AfterAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Files.deleteIfExists(TestWiring.ANCHORS);
    TestWiring.CLOCK.set(TestClock.START);
    TestWiring.DATABASE.enter(TestDatabase.clone(context.getRequiredTestClass().getSimpleName()));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    TestDatabase.drop(TestWiring.DATABASE.leave());
  }
}
