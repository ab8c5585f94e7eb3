package amends.portal;

import amends.customers.Customers;
import amends.messages.Medium;
import amends.messages.Outgoing;
import amends.messages.Postscript;
import amends.remedies.fulfilment.Stops;
import amends.shared.Settings;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts links and codes below letters as they leave. */
@Component
final class Enclosures implements Postscript {
  /** Nobody reads there, and a program's mailbox must not open a person's page. */
  private static final Pattern NOBODY_READS =
      Pattern.compile("(no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?)([+._-].*)?@.*");

  private final JdbcClient sql;
  private final Links links;
  private final Secrets secrets;
  private final Settings settings;
  private final Words words;

  Enclosures(JdbcClient sql, Links links, Secrets secrets, Settings settings, Words words) {
    this.sql = sql;
    this.links = links;
    this.secrets = secrets;
    this.settings = settings;
    this.words = words;
  }

  /** In the recipient's language. */
  @Component
  static final class Words {
    private final Customers customers;
    private final Texts texts;
    private final ChoiceWords choices;
    private final Stops stops;

    Words(Customers customers, Texts texts, ChoiceWords choices, Stops stops) {
      this.customers = customers;
      this.texts = texts;
      this.choices = choices;
      this.stops = stops;
    }

    /** Empty when the letter goes to nobody who is written down. */
    Optional<Voice> of(long customerId) {
      return Optional.ofNullable(customers.customers(List.of(customerId)).get(customerId))
          .map(customer -> texts.voice(customer.locale(), customer.zone()));
    }
  }

  @Override
  public Optional<String> below(Sheet letter) {
    return words.of(letter.customerId()).flatMap(t -> below(t, letter));
  }

  private Optional<String> below(Voice t, Sheet letter) {
    Optional<Notices.Enclosed> noted = noted(letter.messageId());
    if (noted.isPresent()) {
      return said(t, noted.get());
    }
    if (!letter.about().kind().equals("case")) {
      return Optional.empty();
    }
    if (letter.kind() == Outgoing.Kind.NOTICE) {
      return words.stops.asks(letter.messageId()) ? usual(t, letter) : Optional.empty();
    }
    return joined(usual(t, letter), words.choices.below(t, letter));
  }

  private static Optional<String> joined(Optional<String> one, Optional<String> other) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(other.get() + "\n\n" + one.get())
        : one.or(() -> other);
  }

  static boolean somebodyReads(String address) {
    return !NOBODY_READS.matcher(address.strip().toLowerCase(java.util.Locale.ROOT)).matches();
  }

  private Optional<String> usual(Voice t, Sheet letter) {
    if (letter.medium() != Medium.EMAIL || !somebodyReads(letter.address())) {
      return Optional.empty();
    }
    return links
        .forLetter(letter.about().id(), letter.customerId(), letter.address())
        .map(token -> t.say("portal.letter.link", page(token)));
  }

  private Optional<String> said(Voice t, Notices.Enclosed enclosed) {
    return switch (enclosed.kind()) {
      case "link" ->
          links
              .link(enclosed.ref())
              .flatMap(links::word)
              .map(token -> t.say("portal.letter.link", page(token)));
      case "code" -> Optional.of(t.say("portal.letter.code.below", secrets.code(enclosed.ref())));
      case "confirm" ->
          Optional.of(
              t.say(
                  "portal.letter.confirm.below",
                  settings.baseUrl()
                      + "/report/confirm/"
                      + secrets.token("report", enclosed.ref())));
      default -> throw new IllegalStateException("nothing is enclosed as " + enclosed.kind());
    };
  }

  private String page(String token) {
    return settings.baseUrl() + "/c/" + token;
  }

  private Optional<Notices.Enclosed> noted(long messageId) {
    return sql.sql("select kind, ref from portal_enclosure where message_id = :id")
        .param("id", messageId)
        .query((rs, n) -> new Notices.Enclosed(rs.getString("kind"), rs.getLong("ref")))
        .optional();
  }
}
