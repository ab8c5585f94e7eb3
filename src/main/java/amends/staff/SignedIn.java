package amends.staff;

import java.io.Serial;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * What a session remembers: who signed in, when and from where. No name and no role, so that each
 * request asks what holds now.
 *
 * @param browser a word such as {@code Firefox}; empty when it did not say
 * @param system a word such as {@code Linux}; empty when it did not say
 * @param address from where; empty in sessions from before it was kept
 * @param means how; null in sessions from before it was kept
 */
public record SignedIn(
    long personId,
    Instant signedInAt,
    String browser,
    String system,
    String address,
    @Nullable Means means)
    implements Authentication {
  @Serial private static final long serialVersionUID = 1L;

  public SignedIn {
    address = Objects.requireNonNullElse(address, "");
  }

  /** For tests, and whatever knows no more. */
  public SignedIn(long personId, Instant signedInAt, String browser, String system) {
    this(personId, signedInAt, browser, system, "", null);
  }

  /** The principal's name, by which sessions are found. */
  @Override
  public String getName() {
    return String.valueOf(personId);
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of();
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public @Nullable Object getDetails() {
    return null;
  }

  @Override
  public Object getPrincipal() {
    return getName();
  }

  @Override
  public boolean isAuthenticated() {
    return true;
  }

  @Override
  public void setAuthenticated(boolean authenticated) {
    throw new IllegalArgumentException("a sign-in ends by ending its session");
  }
}
