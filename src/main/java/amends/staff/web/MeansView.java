package amends.staff.web;

import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one signs in: second factor, recovery codes, passkeys. Template {@code staff/means.jte}.
 *
 * <pre>
 * GET  /profile/sign-in
 * POST /profile/second-factor              (no fields)  a new secret to be put into an app
 * POST /profile/second-factor/code         code         the first one from it
 * POST /profile/second-factor/recovery     (no fields)  new recovery codes
 * POST /profile/second-factor/ending       (no fields)
 * POST /profile/passkeys/options           (no fields)  JSON for the browser
 * POST /profile/passkeys                   name         and the browser's JSON
 * POST /profile/passkeys/{id}/name         passkey_name
 * POST /profile/passkeys/{id}/ending       (no fields)
 * POST /profile/provider                   (no fields)  connects the account just shown
 * </pre>
 *
 * @param offer a secret that waits for its first code; null when none does
 */
public record MeansView(
    Page page,
    Factor factor,
    @Nullable OfferView offer,
    Company company,
    Passkeys passkeys,
    Form form) {

  /**
   * Passkeys.
   *
   * @param available browsers keep them for this address
   */
  public record Passkeys(boolean available, List<Passkey> list) {}

  /**
   * One of them.
   *
   * @param when "added today 08:58, last used today 09:10"
   */
  public record Passkey(long id, String name, String when) {}

  /**
   * The company's own sign-in.
   *
   * @param name "" when there is none
   * @param waiting the account one has just come back with, to be connected; "" for none
   */
  public record Company(String name, boolean connected, String waiting) {}

  /**
   * The second factor.
   *
   * @param since "since Monday 11 May, 08:58"; "" when there is none
   * @param codes how many recovery codes are left
   * @param demanded it cannot be taken away
   */
  public record Factor(String since, int codes, boolean demanded) {}
}
