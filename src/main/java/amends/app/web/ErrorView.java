package amends.app.web;

import amends.shared.page.Page;

/**
 * Something went wrong; says what, and how to go on. Template {@code app/error.jte}.
 *
 * @param status 403, 404, 409, 500 or 503; texts {@code app.error.<status>.title|words}; others are
 *     told as 500
 * @param requestId to name to the operator
 */
public record ErrorView(Page page, int status, String requestId) {
  public String code() {
    return switch (status) {
      case 403, 404, 409, 503 -> String.valueOf(status);
      default -> status >= 400 && status < 500 ? "400" : "500";
    };
  }
}
