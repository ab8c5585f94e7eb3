package amends.shared;

/**
 * Who did it: a colleague, a customer, another program with a token, the program itself or the
 * operator at the command line.
 */
public record Actor(String kind, long id) {
  public static final Actor SYSTEM = new Actor("system", 0);
  public static final Actor OPERATOR = new Actor("operator", 0);

  public static Actor person(long id) {
    return new Actor("person", id);
  }

  public static Actor customer(long id) {
    return new Actor("customer", id);
  }

  public static Actor token(long id) {
    return new Actor("token", id);
  }

  public boolean isToken() {
    return kind.equals("token");
  }

  public boolean isPerson() {
    return kind.equals("person");
  }
}
