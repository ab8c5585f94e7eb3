package amends.app;

import amends.shared.SignInSettings;
import amends.shared.SignInSettings.Newcomers;
import amends.shared.SignInSettings.Oidc;
import amends.shared.SignInSettings.RoleFrom;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The settings of signing in, from their values. */
final class SignInReader {
  private static final Pattern ROLE =
      Pattern.compile(
          "([^=,]+)=(?:(manager|administrator)|(agent|lead|manager|administrator):([^,]+))");

  private SignInReader() {}

  static SignInSettings read(UnaryOperator<String> value) {
    Oidc oidc = oidc(value);
    String only = value.apply("PASSWORDS_ONLY_FOR");
    if (oidc == null && !only.isEmpty()) {
      throw Trouble.usedWrongly(
          "AMENDS_PASSWORDS_ONLY_FOR is set but AMENDS_OIDC_ISSUER is not, so nobody else could"
              + " sign in; set the issuer, or unset this.");
    }
    return new SignInSettings(
        Duration.ofHours(Long.parseLong(value.apply("SESSION_IDLE_HOURS"))),
        Duration.ofHours(Long.parseLong(value.apply("SESSION_LONGEST_HOURS"))),
        oidc,
        only);
  }

  private static @Nullable Oidc oidc(UnaryOperator<String> value) {
    if (value.apply("OIDC_ISSUER").isEmpty()) return null;
    if (value.apply("OIDC_CLIENT_ID").isEmpty() || value.apply("OIDC_CLIENT_SECRET").isEmpty()) {
      throw Trouble.usedWrongly(
          "AMENDS_OIDC_ISSUER is set but AMENDS_OIDC_CLIENT_ID or AMENDS_OIDC_CLIENT_SECRET is not;"
              + " set both as your provider gave them.");
    }
    return new Oidc(
        URI.create(value.apply("OIDC_ISSUER")),
        value.apply("OIDC_CLIENT_ID"),
        value.apply("OIDC_CLIENT_SECRET"),
        value.apply("OIDC_NAME"),
        new Newcomers(
            value.apply("OIDC_MATCH_EMAIL").equals("yes"),
            value.apply("OIDC_CREATE").equals("yes")),
        value.apply("OIDC_ROLES_CLAIM"),
        roles(value.apply("OIDC_ROLES")));
  }

  static boolean isRoleMap(String text) {
    return Arrays.stream(text.split(",", -1)).allMatch(one -> ROLE.matcher(one.strip()).matches());
  }

  private static List<RoleFrom> roles(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(one -> role(one.strip())).toList();
  }

  private static RoleFrom role(String one) {
    Matcher found = ROLE.matcher(one);
    if (!found.matches()) throw new IllegalArgumentException(one);
    boolean everywhere = found.group(2) != null;
    return new RoleFrom(
        found.group(1).strip(),
        everywhere ? found.group(2) : found.group(3),
        everywhere ? "" : found.group(4).strip());
  }
}
