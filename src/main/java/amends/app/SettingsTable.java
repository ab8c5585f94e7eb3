package amends.app;

import static amends.app.Kind.ADDRESS;
import static amends.app.Kind.BYTES;
import static amends.app.Kind.DIRECTORY;
import static amends.app.Kind.DOMAIN;
import static amends.app.Kind.EMAIL;
import static amends.app.Kind.HOPS;
import static amends.app.Kind.HOST;
import static amends.app.Kind.HOURS;
import static amends.app.Kind.ISSUER;
import static amends.app.Kind.JDBC_URL;
import static amends.app.Kind.KEYS;
import static amends.app.Kind.MEMORY;
import static amends.app.Kind.NETWORKS;
import static amends.app.Kind.ORIGINS;
import static amends.app.Kind.PORT;
import static amends.app.Kind.REMOTE_PORT;
import static amends.app.Kind.ROLE_MAP;
import static amends.app.Kind.SECONDS;
import static amends.app.Kind.SECRET;
import static amends.app.Kind.TEXT;
import static amends.app.Kind.TLS;
import static amends.app.Kind.WEB_URL;
import static amends.app.Kind.YES_NO;

import java.util.List;

/** The one list of settings: it drives reading, {@code help settings} and docs/settings.md. */
public final class SettingsTable {
  static final List<Setting> ALL =
      List.of(
          of("DATA", DIRECTORY, "data", "Where database, keys and locks lie."),
          of("HTTP_ADDRESS", ADDRESS, "127.0.0.1", "The address that pages are served on."),
          of("HTTP_PORT", PORT, "8080", "The port that pages are served on."),
          of("MAIL_ADDRESS", ADDRESS, "127.0.0.1", "The address that the mail door listens on."),
          of("MAIL_PORT", PORT, "2525", "The port that the mail door listens on."),
          of(
              "BASE_URL",
              WEB_URL,
              "",
              "How people reach the pages, for links in mails; http://127.0.0.1 and the port when"
                  + " not set."),
          of(
              "TRUSTED_PROXIES",
              NETWORKS,
              "",
              "The proxies in front of the pages, as addresses or networks with commas between: of"
                  + " these, and of nobody else, X-Forwarded-For, X-Forwarded-Proto and Forwarded"
                  + " are believed."),
          of(
              "MAIL_DOMAIN",
              DOMAIN,
              "amends.localhost",
              "The domain of reply addresses and Message-IDs; its mail must arrive at the door."),
          of(
              "MAIL_PROOF",
              YES_NO,
              "yes",
              "yes adds an answer to a case only when its sender is proved (DKIM, or the word of"
                  + " your mail server), and holds others for a look; no takes a reply address of"
                  + " ours and an address of the customer's as enough, for networks where nothing"
                  + " can be proved."),
          of(
              "MAIL_DNS",
              YES_NO,
              "yes",
              "yes asks the DNS about senders (DKIM, SPF, DMARC); no relies on your mail"
                  + " server only."),
          of(
              "MAIL_AUTHSERV_ID",
              TEXT,
              "",
              "The name under which your mail server writes Authentication-Results; it must"
                  + " remove those that others wrote under it. When not set, none are believed."),
          of(
              "MAIL_HOPS",
              HOPS,
              "1",
              "How many Received fields your own mail servers add before the door; 0 when none"
                  + " stands before it, so that it sees the senders' own machines and SPF is asked."),
          of(
              "MICROSOFT_LOGIN",
              ISSUER,
              "https://login.microsoftonline.com",
              "Where Microsoft hands out tokens for mailboxes."),
          of(
              "GOOGLE_AUTHORIZE",
              ISSUER,
              "https://accounts.google.com/o/oauth2/v2/auth",
              "Where Google asks for consent to a mailbox."),
          of(
              "GOOGLE_TOKEN",
              ISSUER,
              "https://oauth2.googleapis.com/token",
              "Where Google hands out tokens for mailboxes."),
          of("MAX_MAIL_BYTES", BYTES, "26214400", "The largest mail that the door takes."),
          of(
              "UNDO_SECONDS",
              SECONDS,
              "10",
              "How long a reply, and what was given, approved or chosen, is held before it leaves, so that it can be undone."),
          of(
              "EMBED_ORIGINS",
              ORIGINS,
              "",
              "Sites that may show the report form in a frame, such as https://shop.example; more"
                  + " than one with a blank between."),
          of(
              "HOOK_HOSTS",
              TEXT,
              "",
              "Hosts inside of your network that web hooks and providers may call, by http too, such as"
                  + " erp.internal,10.1.2.3; all others must have public addresses and https."),
          of(
              "SMTP_HOST",
              HOST,
              "",
              "The mail server that takes outgoing mail; when not set, mail is kept and not sent."),
          of("SMTP_PORT", REMOTE_PORT, "587", "Its port."),
          of("SMTP_USER", TEXT, "", "The user there, when it wants one."),
          of("SMTP_PASSWORD", SECRET, "", "The password of that user."),
          of("SMTP_TLS", TLS, "starttls", "none, starttls or implicit."),
          of(
              "SMTP_PER_MINUTE",
              Kind.A_MINUTE,
              "0",
              "How many mails each node hands over there in a minute; 0 for as many as it takes."),
          of(
              "DATABASE_URL",
              JDBC_URL,
              "",
              "A PostgreSQL (15 or newer) of your own; when not set, the embedded one runs."),
          of("DATABASE_USER", TEXT, "", "The role that the program works with there."),
          of("DATABASE_PASSWORD", SECRET, "", "Its password."),
          of(
              "DATABASE_OWNER",
              TEXT,
              "",
              "The role that migrates there; the same role as above when not set."),
          of("DATABASE_OWNER_PASSWORD", SECRET, "", "The password of the role that migrates."),
          of(
              "KEYS",
              KEYS,
              "",
              "The key ring, instead of the file keys in the data directory: 1:HEX,2:HEX."),
          of(
              "SESSION_IDLE_HOURS",
              HOURS,
              "12",
              "A colleague is signed out after so many hours without a click."),
          of("SESSION_LONGEST_HOURS", HOURS, "168", "And after so many hours in any case."),
          of(
              "OIDC_ISSUER",
              ISSUER,
              "",
              "Your company's own sign-in (OpenID Connect): the address of its issuer; when not"
                  + " set, there is none."),
          of("OIDC_CLIENT_ID", TEXT, "", "The client that Amends is there."),
          of("OIDC_CLIENT_SECRET", SECRET, "", "The secret of that client."),
          of("OIDC_NAME", TEXT, "your company", "Its name on the button of the sign-in page."),
          of(
              "OIDC_MATCH_EMAIL",
              YES_NO,
              "no",
              "yes lets in a colleague whose verified e-mail address there is the one here; no"
                  + " wants the account connected in the profile first."),
          of(
              "OIDC_CREATE",
              YES_NO,
              "no",
              "yes makes somebody with a verified e-mail address whom nobody knows here a"
                  + " colleague at the first sign-in."),
          of(
              "OIDC_ROLES_CLAIM",
              TEXT,
              "",
              "The claim that roles and teams are taken from at each sign-in, such as groups."),
          of(
              "OIDC_ROLES",
              ROLE_MAP,
              "",
              "What its values mean: value=role for everywhere, value=role:team for one team,"
                  + " such as cs=agent:Front desk,cs-leads=lead:Front desk,it=administrator."),
          of(
              "PASSWORDS_ONLY_FOR",
              EMAIL,
              "",
              "The address of the one administrator who may still sign in by a password when your"
                  + " company's sign-in fails; when not set, everybody may."),
          of("SHARED_BUFFERS", MEMORY, "256MB", "Embedded PostgreSQL: its page cache."),
          of("WORK_MEM", MEMORY, "16MB", "Embedded PostgreSQL: memory for one sort or hash."),
          of("MAX_WAL_SIZE", MEMORY, "4GB", "Embedded PostgreSQL: log between checkpoints."));

  private SettingsTable() {}

  private static Setting of(String name, Kind kind, String standard, String words) {
    return new Setting("AMENDS_" + name, kind, standard, words);
  }

  /** The list as a Markdown page. */
  public static String markdown() {
    var page = new StringBuilder();
    page.append("# Settings\n\n<!-- Written by `./amends help settings --markdown`; a test fails")
        .append(" when it is stale. -->\n\n")
        .append("Each setting is a variable of the environment, or a key in `amends.properties`")
        .append(" in the working directory or the data directory.\n")
        .append("The environment wins over the working directory, that over the data directory.")
        .append(" A wrong value stops the start with a sentence.\n\n")
        .append("| variable | key | when not set | meaning |\n| --- | --- | --- | --- |\n");
    for (Setting s : ALL) {
      String standard = s.standard().isEmpty() ? "–" : "`" + s.standard() + "`";
      page.append("| `%s` | `%s` | %s | %s |%n".formatted(s.name(), s.key(), standard, s.words()));
    }
    return page.toString();
  }

  /** The list for a terminal. */
  public static String plain() {
    var page = new StringBuilder();
    for (Setting s : ALL) {
      String standard = s.standard().isEmpty() ? "" : " [" + s.standard() + "]";
      page.append("  %-32s%s%s%n".formatted(s.name(), s.words(), standard));
    }
    return page.toString();
  }
}
