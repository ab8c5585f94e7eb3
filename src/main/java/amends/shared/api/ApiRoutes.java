package amends.shared.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;

/** A class whose methods are routes of the API; each bears an {@link Operation}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
public @interface ApiRoutes {
  /** The heading that they stand under, such as {@code Customers}. */
  String title();

  /** What that is, in a sentence or two. */
  String about();
}
