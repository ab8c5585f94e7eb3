package amends.shared.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a route of the API does, and who may call it. The gate, the OpenAPI document and the page
 * for developers all read this.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Operation {
  /** The name in generated clients, such as {@code create_customer}; unique. */
  String name();

  /** One line. */
  String does();

  /** More, where one line is not enough. */
  String more() default "";

  /** The scope that a token needs, such as {@code customers:read}. */
  String scope();

  /** The status of success. */
  int status() default 200;
}
