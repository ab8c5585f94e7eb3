package amends.messages.sender;

import amends.messages.account.AccountTokens;
import amends.messages.account.TokenTrouble;
import amends.messages.email.courier.Relay;
import amends.messages.email.courier.RelayOptions;
import amends.shared.Settings;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The mail server that takes what a brand sends: its own, or else the house's. */
@Component
public final class Relays implements DisposableBean {
  private final ServerRows rows;
  private final AccountTokens tokens;
  private final Settings settings;
  private final @Nullable Relay house;
  private final Map<Long, Own> own = new HashMap<>();

  Relays(ServerRows rows, AccountTokens tokens, Settings settings) {
    this.rows = rows;
    this.tokens = tokens;
    this.settings = settings;
    Settings.Smtp server = settings.smtp();
    this.house = server == null ? null : new Relay(new RelayOptions(server, settings.mailDomain()));
  }

  private record Own(long version, Relay relay) {}

  /** Whether anything can be sent at all. */
  public boolean any() {
    return house != null || rows.any();
  }

  /** How many mails may be handed over now, to all of them together. */
  public int free() {
    int free = house == null ? 0 : house.free();
    int known;
    synchronized (own) {
      free += own.values().stream().mapToInt(one -> one.relay().free()).sum();
      known = own.size();
    }
    // One more for a server that nothing was handed to yet.
    return free == 0 && rows.many() > known ? 1 : free;
  }

  /** Null when there is none. */
  public @Nullable Relay of(long brandId) {
    Optional<MailServer> set = rows.of(brandId);
    return set.isPresent() ? own(set.get()) : house;
  }

  private Relay own(MailServer server) {
    synchronized (own) {
      Own known = own.get(server.brandId());
      if (known != null && known.version() == server.version()) {
        return known.relay();
      }
      Relay made = made(server);
      Own before = own.put(server.brandId(), new Own(server.version(), made));
      if (before != null) {
        before.relay().close();
      }
      return made;
    }
  }

  private Relay made(MailServer server) {
    Long account = server.accountId();
    String password = account == null ? rows.password(server.brandId()) : "";
    RelayOptions options =
        new RelayOptions(
            new Settings.Smtp(
                server.host(),
                server.port(),
                server.login(),
                password,
                server.tls(),
                server.perMinute()),
            settings.mailDomain());
    return account == null ? new Relay(options) : new Relay(options, () -> token(account));
  }

  private String token(long account) throws IOException {
    try {
      return tokens.access(account);
    } catch (TokenTrouble trouble) {
      throw new IOException("there is no token to sign in with: " + trouble.detail(), trouble);
    }
  }

  @Override
  public void destroy() {
    if (house != null) {
      house.close();
    }
    synchronized (own) {
      own.values().forEach(one -> one.relay().close());
      own.clear();
    }
  }
}
