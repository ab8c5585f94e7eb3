package amends.messages.account;

import amends.journal.Journal;
import amends.messages.account.Account.Flow;
import amends.messages.account.Account.Host;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.KeyRing;
import amends.shared.Subject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens: kept locked, fetched anew ahead of their end. The network is asked outside of any
 * act; two nodes that ask at once both get a token, and the later one is kept.
 */
public final class AccountTokens {
  static final Duration AHEAD = Duration.ofMinutes(5);
  private static final Duration LONGEST_BACK_OFF = Duration.ofHours(1);
  private static final Duration FOR_GOOD = Duration.ofHours(6);
  static final String PURPOSE = "mail-account";

  private final AccountRows rows;
  private final Acts acts;
  private final Tools tools;
  private final Endpoints endpoints;
  private final TokenCalls calls;

  AccountTokens(AccountRows rows, Acts acts, Tools tools, Endpoints endpoints, TokenCalls calls) {
    this.rows = rows;
    this.acts = acts;
    this.tools = tools;
    this.endpoints = endpoints;
    this.calls = calls;
  }

  /** What tokens are kept with. */
  record Tools(KeyRing keys, InstantSource clock, Journal journal) {}

  /**
   * A token that is valid for a while.
   *
   * @throws TokenTrouble when there is none to be had now
   */
  public String access(long id) throws TokenTrouble {
    Account account = rows.get(id);
    Instant ends = account.state().accessEndsAt();
    String kept = open(rows.locked(id).access());
    // A minute is enough to sign in with; the duty fetches the next one well before.
    if (kept != null && ends != null && ends.isAfter(tools.clock().instant().plusSeconds(60))) {
      return kept;
    }
    return refresh(account);
  }

  /** A mail server refused what we hold, although it has not ended. */
  public void spoilt(long id) {
    acts.run(() -> rows.forgetAccess(id));
  }

  /** Another one now, whatever we hold. */
  public String anew(long id) throws TokenTrouble {
    return refresh(rows.get(id));
  }

  private String refresh(Account account) throws TokenTrouble {
    try {
      return keep(account, calls.ask(endpoints.token(account), form(account)));
    } catch (TokenTrouble trouble) {
      Instant now = tools.clock().instant();
      acts.run(() -> {
        rows.troubled(account.id(), trouble, now, now.plus(backOff(account, trouble)));
        if (account.state().trouble() == null) {
          tell("mail_account.troubled", account.id(), Actor.SYSTEM);
        }
      });
      throw trouble;
    }
  }

  private static Duration backOff(Account account, TokenTrouble trouble) {
    if (trouble.isForGood()) {
      return FOR_GOOD;
    }
    Duration doubled = Duration.ofSeconds(30L << Math.min(account.state().failures(), 10));
    return doubled.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : doubled;
  }

  String keep(Account account, Granted granted) {
    Instant now = tools.clock().instant();
    String refresh = granted.refresh();
    acts.run(() ->
        rows.keepTokens(
            account.id(),
            lock(granted.access()),
            refresh == null ? null : lock(refresh),
            now.plus(granted.lasts()),
            now));
    return granted.access();
  }

  private Map<String, String> form(Account account) throws TokenTrouble {
    Map<String, String> form = new LinkedHashMap<>();
    AccountRows.Locked locked = rows.locked(account.id());
    String secret = open(locked.secret());
    if (account.flow() == Flow.DELEGATED) {
      String refresh = open(locked.refresh());
      if (refresh == null) {
        throw new TokenTrouble("messages.account.trouble.consent", "", true);
      }
      form.put("grant_type", "refresh_token");
      form.put("refresh_token", refresh);
      client(form, account, secret);
      if (account.provider() == Host.MICROSOFT) {
        form.put("scope", Endpoints.scope(account));
      }
      return form;
    }
    if (account.provider() == Host.MICROSOFT) {
      form.put("grant_type", "client_credentials");
      client(form, account, secret);
      form.put("scope", Endpoints.scope(account));
      return form;
    }
    form.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
    form.put("assertion", assertion(account, secret));
    return form;
  }

  private String assertion(Account account, @Nullable String key) throws TokenTrouble {
    try {
      URI endpoint = endpoints.token(account);
      return ServiceKey.read(key == null ? "" : key)
          .assertion(endpoint, account.login(), Endpoints.scope(account), tools.clock().instant());
    } catch (IllegalArgumentException e) {
      throw new TokenTrouble("messages.account.trouble.key", "", true);
    }
  }

  static void client(Map<String, String> form, Account account, @Nullable String secret) {
    form.put("client_id", account.clientId());
    if (secret != null) {
      form.put("client_secret", secret);
    }
  }

  byte[] lock(String words) {
    return tools.keys().lock(PURPOSE, words.getBytes(StandardCharsets.UTF_8));
  }

  @Nullable String open(byte @Nullable [] locked) {
    return locked == null
        ? null
        : new String(tools.keys().unlock(PURPOSE, locked), StandardCharsets.UTF_8);
  }

  void tell(String what, long id, Actor by) {
    tools.journal().record(what, Subject.of("mail_account", id), by, Map.of());
  }

  Instant now() {
    return tools.clock().instant();
  }
}
