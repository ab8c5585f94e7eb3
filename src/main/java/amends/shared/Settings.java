package amends.shared;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All settings of this installation, read once at start. How each is named, and what it means:
 * {@code docs/settings.md}.
 *
 * @param data where database, keys and locks lie
 * @param http where pages are served; port 0 is replaced by a free one before anything starts
 * @param mail where the mail door listens
 * @param database a PostgreSQL of the user's own; null runs the embedded one
 * @param givenBaseUrl how customers and colleagues reach the pages, when it was set
 * @param mailDomain the domain of reply addresses and Message-IDs
 * @param smtp where outgoing mail is handed over; null holds it back
 * @param maxMailBytes the largest mail that the door takes
 * @param undo how long a reply is held before it leaves, so that it can be taken back; zero sends
 *     at once
 * @param embedOrigins the sites that may show the report form in a frame; empty for none
 * @param hookHosts hosts that web hooks may call whatever their addresses, and by http
 * @param postgres settings of the embedded server, by their PostgreSQL names
 * @param trustedProxies addresses and networks with commas between; empty when pages are asked for
 *     directly
 * @param signIn how colleagues sign in
 * @param mailWays how far mail is believed, and where its providers hand out tokens
 */
public record Settings(
    Path data,
    Door http,
    Door mail,
    @Nullable Database database,
    @Nullable URI givenBaseUrl,
    String mailDomain,
    @Nullable Smtp smtp,
    long maxMailBytes,
    Duration undo,
    List<String> embedOrigins,
    List<String> hookHosts,
    Map<String, String> postgres,
    String trustedProxies,
    SignInSettings signIn,
    MailWays mailWays) {

  public Settings {
    embedOrigins = List.copyOf(embedOrigins);
    hookHosts = List.copyOf(hookHosts);
    postgres = Map.copyOf(postgres);
  }

  /** An address and a port to listen on. */
  public record Door(String address, int port) {}

  /** The user's own database; the owner migrates, the user works; they may be the same role. */
  public record Database(
      String url, String user, String password, String ownerUser, String ownerPassword) {
    public boolean hasOneRole() {
      return user.equals(ownerUser);
    }

    @Override
    public String toString() {
      return "Database[user=" + user + ", owner=" + ownerUser + "]";
    }
  }

  /** A mail server that takes what we send. */
  public record Smtp(String host, int port, String user, String password, Tls tls, int perMinute) {
    public Smtp(String host, int port, String user, String password, Tls tls) {
      this(host, port, user, password, tls, 0);
    }

    @Override
    public String toString() {
      return "Smtp[" + host + ":" + port + ", " + tls + "]";
    }
  }

  /** How the connection to the mail server is protected. */
  public enum Tls {
    /** Plain text: only for a server on this machine. */
    NONE,
    /** STARTTLS is demanded. */
    STARTTLS,
    /** TLS from the first byte. */
    IMPLICIT
  }

  /** Without a slash at the end. */
  public URI baseUrl() {
    return givenBaseUrl != null ? givenBaseUrl : URI.create("http://127.0.0.1:" + http.port());
  }

  public Settings withPorts(int httpPort, int mailPort) {
    return with(data, new Door(http.address(), httpPort), new Door(mail.address(), mailPort), smtp);
  }

  public Settings withSmtp(Smtp other) {
    return with(data, http, mail, other);
  }

  public Settings withMailWays(MailWays other) {
    return new Settings(
        data,
        http,
        mail,
        database,
        givenBaseUrl,
        mailDomain,
        smtp,
        maxMailBytes,
        undo,
        embedOrigins,
        hookHosts,
        postgres,
        trustedProxies,
        signIn,
        other);
  }

  public Settings withData(Path other) {
    return with(other, http, mail, smtp);
  }

  private Settings with(Path data, Door http, Door mail, @Nullable Smtp smtp) {
    return new Settings(
        data,
        http,
        mail,
        database,
        givenBaseUrl,
        mailDomain,
        smtp,
        maxMailBytes,
        undo,
        embedOrigins,
        hookHosts,
        postgres,
        trustedProxies,
        signIn,
        mailWays);
  }
}
