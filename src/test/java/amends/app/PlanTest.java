package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplicationAotProcessor;

class PlanTest {
  /** A bean that Spring cannot write down would make every start look for all of them. */
  @Test
  void everyBeanOfAServerCanBeWrittenDown(@TempDir Path into) throws Exception {
    SpringApplicationAotProcessor.main(
        new String[] {
          Plan.class.getName(),
          into.resolve("sources").toString(),
          into.resolve("resources").toString(),
          into.resolve("classes").toString(),
          "amends",
          "amends"
        });
    Path beans = into.resolve("sources/amends/app/Plan__BeanFactoryRegistrations.java");
    assertThat(Files.readString(beans))
        .contains("amends.app.Probes")
        .contains("amends.app.Duties")
        .doesNotContain("\"dataSource\"");
  }

  @Test
  void whereNoPlanWasDrawnTheBeansAreLookedFor() {
    assertThat(Plan.fits(Map.of())).isFalse();
  }

  @Test
  void theDemoIsNeverPlanned() {
    assertThat(Plan.fits(Map.of("amends.demo", true))).isFalse();
  }
}
