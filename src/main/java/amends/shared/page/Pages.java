package amends.shared.page;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Makes the frame of a page for a request. A controller that names a {@link Page} as a parameter
 * gets one without asking.
 */
public interface Pages {
  /**
   * Flash attributes of a redirect: the sentence that the next page shows, and the one about
   * trouble.
   */
  String FLASH = "flash";

  String TROUBLE = "trouble";

  Page of(HttpServletRequest request);
}
