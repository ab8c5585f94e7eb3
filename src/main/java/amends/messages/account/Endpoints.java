package amends.messages.account;

import amends.shared.MailWays;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the providers' flows are, and what is asked for there. */
record Endpoints(MailWays ways) {
  private static final String MICROSOFT_DELEGATED =
      "offline_access https://outlook.office.com/IMAP.AccessAsUser.All"
          + " https://outlook.office.com/SMTP.Send";
  private static final String MICROSOFT_APP = "https://outlook.office365.com/.default";
  private static final String GOOGLE = "https://mail.google.com/";

  URI authorize(Account account) {
    return switch (account.provider()) {
      case MICROSOFT -> microsoft(account, "authorize");
      case GOOGLE -> ways.googleAuthorize();
    };
  }

  URI token(Account account) {
    return switch (account.provider()) {
      case MICROSOFT -> microsoft(account, "token");
      case GOOGLE -> ways.googleToken();
    };
  }

  private URI microsoft(Account account, String what) {
    return URI.create(ways.microsoftLogin() + "/" + account.tenant() + "/oauth2/v2.0/" + what);
  }

  static String scope(Account account) {
    return switch (account.provider()) {
      case MICROSOFT -> account.flow() == Account.Flow.APP ? MICROSOFT_APP : MICROSOFT_DELEGATED;
      case GOOGLE -> GOOGLE;
    };
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> coded(e.getKey()) + "=" + coded(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String coded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
