package amends.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Puts a clone of the template under the context before the first test and drops it after the last.
 * An instance for a whole class is made before all else, and brings the context with it: so does
 * the clone.
 */
final class DatabaseExtension
    implements TestInstancePreConstructCallback, BeforeAllCallback, AfterAllCallback {
  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext factory, ExtensionContext context) {
    enter(context);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    enter(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    TestDatabase.drop(TestWiring.DATABASE.leave());
  }

  private static void enter(ExtensionContext context) {
    if (TestWiring.DATABASE.isEntered()) {
      return;
    }
    Kept.end();
    try {
      Files.deleteIfExists(TestWiring.ANCHORS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TestWiring.CLOCK.set(TestClock.START);
    TestWiring.DATABASE.enter(TestDatabase.clone(context.getRequiredTestClass().getSimpleName()));
  }
}
