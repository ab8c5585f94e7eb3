package amends.shared.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** The token that a request came with, as far as the machinery needs to know it. */
public record Bearer(long id, Set<String> scopes) {
  private static final String NAME = Bearer.class.getName();

  public Bearer {
    scopes = Set.copyOf(scopes);
  }

  public void comesWith(HttpServletRequest request) {
    request.setAttribute(NAME, this);
  }

  static Bearer of(HttpServletRequest request) {
    Bearer bearer = (Bearer) request.getAttribute(NAME);
    if (bearer == null) {
      throw new ApiProblem(401, "unauthorized");
    }
    return bearer;
  }
}
