package amends.shared.api;

import java.util.List;

/**
 * A request that is refused before it reaches a room: which status, which kind, and what is wrong
 * with which field. What it says stands in the text files under the kind's name.
 */
public final class ApiProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String kind;
  private final transient List<Flaw> flaws;

  /** What is wrong with one field: the key of a sentence and what it names. */
  public record Flaw(String field, String key, List<Object> args) {
    public static Flaw of(String field, String key, Object... args) {
      return new Flaw(field, key, List.of(args));
    }
  }

  /**
   * @param kind a code such as {@code stale}; the text is {@code shared.api.problem.<kind>}
   */
  public ApiProblem(int status, String kind) {
    this(status, kind, List.of());
  }

  public ApiProblem(int status, String kind, List<Flaw> flaws) {
    super(status + " " + kind);
    this.status = status;
    this.kind = kind;
    this.flaws = List.copyOf(flaws);
  }

  /** The request does not hold what it must. */
  public static ApiProblem invalid(List<Flaw> flaws) {
    return new ApiProblem(422, "invalid", flaws);
  }

  public static ApiProblem invalid(String field, String key, Object... args) {
    return invalid(List.of(Flaw.of(field, key, args)));
  }

  public int status() {
    return status;
  }

  public String kind() {
    return kind;
  }

  public List<Flaw> flaws() {
    return flaws;
  }
}
