package amends.staff.web;

import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * One's own profile. Template {@code staff/profile.jte}.
 *
 * <pre>
 * POST /profile/password            current, password, password_again
 * POST /profile/sessions/ending     (no fields)  signs out everywhere else
 * POST /profile/warnings            warnings: on, off
 * POST /profile/sessions/{key}/ending  (no fields)  signs out there
 * POST /profile/settings            locale, zone
 * </pre>
 *
 * @param warnings whether warnings come by mail
 * @param sessions where one is signed in, this one first
 */
public record ProfileView(
    Page page,
    String name,
    String email,
    String role,
    List<String> teams,
    Form form,
    boolean warnings,
    List<Session> sessions) {

  /**
   * A session.
   *
   * @param device "Firefox on Linux"
   * @param since "since Monday 11 May, 08:58"
   * @param seen "last seen today 09:10"
   * @param how "by passkey"; "" when it is not known
   * @param address from where; "" when it is not known
   * @param key by which it is ended; no session id
   */
  public record Session(
      String device,
      String since,
      String seen,
      String how,
      String address,
      String key,
      boolean current) {}
}
