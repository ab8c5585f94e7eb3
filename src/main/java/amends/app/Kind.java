package amends.app;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Predicate;

/** What a setting may be, and the words that mend a wrong one. */
enum Kind {
  DIRECTORY("give the path of a directory", Kind::isPath),
  PORT("give a port number from 0 (any free port) to 65535", v -> isNumber(v, 0, 65_535)),
  REMOTE_PORT("give a port number from 1 to 65535", v -> isNumber(v, 1, 65_535)),
  ADDRESS("give an address of this machine, such as 127.0.0.1 or 0.0.0.0", Kind::isAddress),
  WEB_URL("give an address such as https://amends.example.com, without a path", Kind::isWebUrl),
  JDBC_URL(
      "give an address such as jdbc:postgresql://db.example.com:5432/amends",
      v -> v.matches("jdbc:postgresql://[^\\s/]+/[^\\s?]+(\\?\\S*)?")),
  HOST(
      "give a host name, such as mail.example.com",
      v -> v.matches("[A-Za-z0-9:_][A-Za-z0-9._:-]*")),
  DOMAIN(
      "give a domain, such as help.example.com",
      v ->
          v.length() < 200
              && v.matches("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9-]+)*")),
  BYTES("give a number of bytes from 1024 to 104857600", v -> isNumber(v, 1_024, 104_857_600)),
  A_MINUTE("give a number from 0 to 60000", v -> isNumber(v, 0, 60_000)),
  SECONDS("give a number of seconds from 0 to 120", v -> isNumber(v, 0, 120)),
  MEMORY("give an amount such as 256MB or 4GB", v -> v.matches("[1-9]\\d{0,6}(kB|MB|GB)")),
  NETWORKS(
      "give addresses or networks such as 10.0.0.5,192.168.1.0/24, with commas between",
      Network::isWritten),
  TLS("give none, starttls or implicit", v -> v.matches("none|starttls|implicit")),
  HOPS("give a number from 0 to 9", v -> isNumber(v, 0, 9)),
  HOURS("give a number of hours from 1 to 8760", v -> isNumber(v, 1, 8_760)),
  YES_NO("give yes or no", v -> v.matches("yes|no")),
  EMAIL("give an address such as ada@example.com", v -> v.matches("[^\\s@]+@[^\\s@]+")),
  ISSUER(
      "give an address such as https://login.example.com/realm, without a question mark",
      Kind::isIssuer),
  ROLE_MAP(
      "give value=role or value=role:team, separated by commas, with the roles agent, lead, manager"
          + " and administrator; agents and leads need a team",
      SignInReader::isRoleMap),
  ORIGINS(
      "give origins such as https://shop.example.com, without a path, with a blank between",
      v -> v.matches("https?://[A-Za-z0-9.-]+(:\\d{1,5})?( https?://[A-Za-z0-9.-]+(:\\d{1,5})?)*")),
  TEXT("give a text of one line", v -> v.lines().count() <= 1),
  SECRET("give a text of one line", v -> v.lines().count() <= 1),
  KEYS(
      "give keys such as 1:HEX,2:HEX with a version from 1 to 255 and 64 hexadecimal digits each",
      FileKeyRing::isWritten);

  private final String mend;
  private final Predicate<String> accepts;

  Kind(String mend, Predicate<String> accepts) {
    this.mend = mend;
    this.accepts = accepts;
  }

  String mend() {
    return mend;
  }

  boolean accepts(String value) {
    return accepts.test(value);
  }

  boolean secret() {
    return this == SECRET || this == KEYS;
  }

  private static boolean isNumber(String value, long least, long most) {
    if (!value.matches("\\d{1,12}")) return false;
    long number = Long.parseLong(value);
    return number >= least && number <= most;
  }

  private static boolean isPath(String value) {
    try {
      return !Path.of(value).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean isAddress(String value) {
    try {
      return value.matches("[0-9a-fA-F.:]+|localhost") && InetAddress.getByName(value) != null;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean isIssuer(String value) {
    try {
      URI uri = new URI(value);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getQuery() == null
          && uri.getFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isWebUrl(String value) {
    try {
      URI uri = new URI(value);
      String path = uri.getPath() == null ? "" : uri.getPath();
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && (path.isEmpty() || path.equals("/"))
          && uri.getQuery() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
