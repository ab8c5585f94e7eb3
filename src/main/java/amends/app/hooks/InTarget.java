package amends.app.hooks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a call can become, and which of our fields it fills; those with a star must be filled. */
public enum InTarget {
  CUSTOMER("customers:write", "external_id*", "name*", "email", "phone"),
  PRODUCT("goods:write", "external_id*", "name*", "brand"),
  UNIT("goods:write", "product*", "serial*", "lot", "external_id"),
  ORDER(
      "goods:write",
      "external_id*",
      "customer_external_id*",
      "placed_at*",
      "currency*",
      "total*",
      "lines*",
      "line.product*",
      "line.quantity*",
      "line.price*",
      "line.serial"),
  CASE("cases:write", "customer_external_id*", "subject*", "statement*", "asks", "order", "unit"),
  /** One of the three says what has come; the moment may be left out. */
  ARRIVAL("promises:write", "order", "booking", "condition", "at");

  private final String scope;
  private final List<String> fields;

  InTarget(String scope, String... fields) {
    this.scope = scope;
    this.fields = List.of(fields);
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String scope() {
    return scope;
  }

  public List<String> fields() {
    return fields.stream().map(f -> f.replace("*", "")).toList();
  }

  public boolean needs(String field) {
    return fields.contains(field + "*");
  }

  static Optional<InTarget> of(String code) {
    return Arrays.stream(values()).filter(target -> target.code().equals(code)).findFirst();
  }
}
