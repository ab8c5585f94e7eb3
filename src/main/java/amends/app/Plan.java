package amends.app;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.util.ClassUtils;

/**
 * What the build asks for the beans of a server: Spring writes them down as code, and {@code
 * ./amends run} need not look for them again. Nothing starts.
 */
final class Plan {
  private Plan() {}

  /**
   * Whether a plan was drawn, and for such a start: a demo, or a house without duties, has other
   * beans.
   */
  static boolean fits(Map<String, Object> more) {
    return more.keySet().stream().allMatch(k -> k.startsWith("logging.")) && isDrawn();
  }

  private static boolean isDrawn() {
    return ClassUtils.isPresent(
        Plan.class.getName() + "__ApplicationContextInitializer", Plan.class.getClassLoader());
  }

  public static void main(String[] args) {
    var configuration = Configuration.read(Map.of(), Path.of("").toAbsolutePath());
    var beans =
        new InstallationBeans(
            configuration.settings(),
            FileKeyRing.open("1:" + "00".repeat(32), configuration.settings().data()),
            () -> {
              throw new IllegalStateException("a plan has no database");
            });
    Program.serve(beans, Map.of());
  }
}
