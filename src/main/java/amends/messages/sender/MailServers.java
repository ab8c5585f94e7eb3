package amends.messages.sender;

import amends.journal.Journal;
import amends.messages.Answer;
import amends.messages.email.courier.Relay;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Settings.Tls;
import amends.shared.Subject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The mail servers of the brands, as an administrator keeps them. */
@Component
public final class MailServers {
  private final ServerRows rows;
  private final Acts acts;
  private final Journal journal;
  private final Relays relays;

  MailServers(ServerRows rows, Acts acts, Journal journal, Relays relays) {
    this.rows = rows;
    this.acts = acts;
    this.journal = journal;
    this.relays = relays;
  }

  public List<MailServer> all() {
    return rows.all();
  }

  /** Of the brand's own; empty when it uses the house's. */
  public Optional<MailServer> of(long brandId) {
    return rows.of(brandId);
  }

  /**
   * @throws Refusal what is wrong with it
   */
  public void set(long brandId, MailServer.Draft draft, Actor by) {
    check(draft);
    Optional<MailServer> before = rows.of(brandId);
    boolean same =
        before
            .filter(b -> b.host().equalsIgnoreCase(draft.host()) && b.port() == draft.port())
            .isPresent();
    boolean password = draft.account() == null && !draft.login().isEmpty();
    // A stored password must not be sent to whatever server somebody names.
    if (password && draft.password().isEmpty() && !same) {
      throw new Refusal("password", "messages.sender.refusal.password");
    }
    acts.run(() -> {
      rows.set(brandId, draft);
      journal.record("mail_server.set", Subject.of("brand", brandId), by, Map.of());
    });
  }

  /** From now on the brand uses the house's server. */
  public void remove(long brandId, Actor by) {
    acts.run(() -> {
      rows.remove(brandId);
      journal.record("mail_server.removed", Subject.of("brand", brandId), by, Map.of());
    });
  }

  /** Signs in there, and sends nothing; null when all is well, else what it said. */
  public @Nullable String test(long brandId) {
    Relay relay = relays.of(brandId);
    Answer answer = relay == null ? new Answer.Later("") : relay.knock();
    return answer instanceof Answer.Accepted ? null : answer.reply();
  }

  private static void check(MailServer.Draft draft) {
    if (!draft.host().matches("[A-Za-z0-9.:-]{1,253}")) {
      throw new Refusal("host", "messages.sender.refusal.host");
    }
    if (draft.port() < 1 || draft.port() > 65535) {
      throw new Refusal("port", "messages.sender.refusal.port");
    }
    if (draft.login().length() > 200 || draft.login().chars().anyMatch(Character::isISOControl)) {
      throw new Refusal("login", "messages.sender.refusal.login");
    }
    if (draft.account() != null && draft.login().isBlank()) {
      throw new Refusal("login", "messages.sender.refusal.login");
    }
    if (draft.perMinute() < 0 || draft.perMinute() > MailServer.MOST_A_MINUTE) {
      throw new Refusal(
          "per_minute", "messages.sender.refusal.per-minute", MailServer.MOST_A_MINUTE);
    }
    if (draft.tls() == Tls.NONE && !isThisMachine(draft.host())) {
      throw new Refusal("tls", "messages.mailbox.refusal.plain");
    }
  }

  private static boolean isThisMachine(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
