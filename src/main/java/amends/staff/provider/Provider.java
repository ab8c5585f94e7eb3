package amends.staff.provider;

import amends.shared.Settings;
import amends.shared.SignInSettings.Oidc;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The company's own sign-in, asked for its configuration when somebody first wants in by it. */
@Component
public final class Provider {
  private final Settings settings;
  private final InstantSource clock;
  private @Nullable ProviderClient client;

  Provider(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The name on the button; empty when there is no such sign-in. */
  public Optional<String> name() {
    return Optional.ofNullable(settings.signIn().oidc()).map(Oidc::name);
  }

  /**
   * A sign-in about to begin there.
   *
   * @param where to send the browser
   * @param question what has to be remembered in the session until the browser is back
   */
  public record Journey(String where, Serializable question) {}

  /**
   * @throws ProviderTrouble when it does not answer
   */
  public Journey begin(HttpServletRequest request) {
    return client().begin(request);
  }

  /**
   * The browser is back: fetches the token and checks it.
   *
   * @param question what the session remembered
   * @throws ProviderTrouble when it does not answer, or the answer cannot be trusted
   */
  public Account finish(Serializable question, HttpServletRequest request) {
    return client().finish(question, request);
  }

  /** Where one signs out there too; empty when it does not say, or has not been asked yet. */
  public synchronized Optional<URI> signOut() {
    return client == null ? Optional.empty() : client.signOut();
  }

  private synchronized ProviderClient client() {
    Oidc oidc = settings.signIn().oidc();
    if (oidc == null) {
      throw new IllegalStateException("there is no provider");
    }
    if (client == null) {
      client = ProviderClient.discover(oidc, settings.baseUrl(), clock);
    }
    return client;
  }
}
