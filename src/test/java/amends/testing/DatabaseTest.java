package amends.testing;

import amends.app.Application;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;

/**
 * A test on real PostgreSQL: the class gets a fresh clone of the migrated template, all classes
 * share one Spring context, time stands still, and no duty runs unless the test performs it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DatabaseExtension.class)
@SpringBootTest(
    classes = {Application.class, TestWiring.class},
    properties = {
      "amends.duties=off",
      "amends.duties.wait-millis=1",
      "spring.flyway.enabled=false"
    })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
public @interface DatabaseTest {}
