package amends.shared;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How colleagues sign in.
 *
 * @param idle a session ends after so long without a request
 * @param longest and after so long in any case
 * @param oidc the company's own sign-in; null for none
 * @param passwordsOnlyFor the one address that may sign in by a password; empty for everybody
 */
public record SignInSettings(
    Duration idle, Duration longest, @Nullable Oidc oidc, String passwordsOnlyFor) {
  public static final SignInSettings STANDARD =
      new SignInSettings(Duration.ofHours(12), Duration.ofDays(7), null, "");

  /**
   * OpenID Connect.
   *
   * @param name on the button
   * @param newcomers what becomes of accounts that are connected to nobody
   * @param rolesClaim the claim that roles are taken from; empty for none
   */
  public record Oidc(
      URI issuer,
      String clientId,
      String clientSecret,
      String name,
      Newcomers newcomers,
      String rolesClaim,
      List<RoleFrom> roles) {
    public Oidc {
      roles = List.copyOf(roles);
    }

    @Override
    public String toString() {
      return "Oidc[" + issuer + ", " + clientId + "]";
    }
  }

  /**
   * What becomes of an account that is connected to nobody.
   *
   * @param matchEmail a verified address connects it to the colleague who has the same
   * @param create else a verified address makes a new colleague
   */
  public record Newcomers(boolean matchEmail, boolean create) {}

  /**
   * What a value of the claim means here.
   *
   * @param role the code of a role
   * @param team the name of the only team; empty for everywhere
   */
  public record RoleFrom(String value, String role, String team) {}

  /** Whether somebody with this address may sign in by a password. */
  public boolean takesPasswordOf(String email) {
    return passwordsOnlyFor.isEmpty() || passwordsOnlyFor.equalsIgnoreCase(email.strip());
  }
}
