package amends.staff.web;

import amends.shared.Settings;
import amends.shared.SignInSettings.Oidc;
import amends.staff.Passkeys;
import amends.staff.provider.Provider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** By which ways one can come in here. */
@Component
final class Doors {
  private final Settings settings;
  private final Provider provider;
  private final Passkeys passkeys;

  Doors(Settings settings, Provider provider, Passkeys passkeys) {
    this.settings = settings;
    this.passkeys = passkeys;
    this.provider = provider;
  }

  String company() {
    return provider.name().orElse("");
  }

  /**
   * @param left somebody has just left who had come through the company
   */
  SignInView.Doors of(boolean left) {
    return new SignInView.Doors(
        company(),
        settings.signIn().passwordsOnlyFor().isEmpty(),
        left ? provider.signOut().map(this::signOut).orElse("") : "",
        passkeys.areAvailable());
  }

  private String signOut(URI end) {
    Oidc oidc = settings.signIn().oidc();
    String client = oidc == null ? "" : oidc.clientId();
    return end
        + (end.getQuery() == null ? "?" : "&")
        + "client_id="
        + encoded(client)
        + "&post_logout_redirect_uri="
        + encoded(settings.baseUrl() + "/sign-in");
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
