package amends.messages.account;

import amends.messages.account.Account.Flow;
import amends.messages.account.Account.Host;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Settings;
import amends.shared.Tokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mail accounts as an administrator keeps them. */
public final class Accounts {
  public static final String BACK = "/mail-accounts/back";
  private static final Duration CONSENT = Duration.ofMinutes(15);
  private static final int LONGEST = 200;

  private final AccountRows rows;
  private final AccountTokens tokens;
  private final Acts acts;
  private final Outside outside;

  /** What a consent travels with. */
  record Outside(Settings settings, Tokens chance, Endpoints endpoints, TokenCalls calls) {}

  Accounts(AccountRows rows, AccountTokens tokens, Acts acts, Outside outside) {
    this.rows = rows;
    this.tokens = tokens;
    this.acts = acts;
    this.outside = outside;
  }

  public List<Account> all() {
    return rows.all();
  }

  /**
   * @throws amends.shared.NotFound when there is none of this number
   */
  public Account get(long id) {
    return rows.get(id);
  }

  /**
   * @throws Refusal what is wrong with it
   */
  public long add(Account.Draft draft, Actor by) {
    check(draft, true);
    return acts.call(() -> {
      long id = rows.add(draft, tokens.now());
      keepSecret(id, draft);
      tokens.tell("mail_account.added", id, by);
      return id;
    });
  }

  /**
   * @throws Refusal what is wrong with it
   */
  public void change(long id, Account.Draft draft, Actor by) {
    Account before = rows.get(id);
    boolean other = !before.clientId().equals(draft.clientId());
    check(draft, other);
    acts.run(() -> {
      rows.change(id, draft, tokens.now());
      keepSecret(id, draft);
      tokens.tell("mail_account.changed", id, by);
    });
  }

  private void keepSecret(long id, Account.Draft draft) {
    if (!draft.secret().isEmpty()) {
      rows.keepSecret(id, tokens.lock(draft.secret()));
    }
  }

  /**
   * @throws Refusal while a mailbox is read with it
   */
  public void remove(long id, Actor by) {
    rows.get(id);
    acts.run(() -> {
      if (rows.isUsed(id)) {
        throw new Refusal("", "messages.account.refusal.used");
      }
      rows.remove(id, tokens.now());
      tokens.tell("mail_account.removed", id, by);
    });
  }

  /** Where a person consents; they come back to {@link #BACK} with a code. */
  public URI consent(long id, long person) {
    Account account = rows.get(id);
    String state = outside.chance().next();
    String verifier = outside.chance().next() + outside.chance().next();
    acts.run(() ->
        rows.keepConsent(
            Tokens.hash(state), id, person, tokens.lock(verifier), tokens.now().plus(CONSENT)));
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("client_id", account.clientId());
    asked.put("response_type", "code");
    asked.put("redirect_uri", back());
    asked.put("scope", Endpoints.scope(account));
    asked.put("state", state);
    asked.put("code_challenge", challenge(verifier));
    asked.put("code_challenge_method", "S256");
    asked.put("login_hint", account.login());
    if (account.provider() == Host.GOOGLE) {
      asked.put("access_type", "offline");
      asked.put("prompt", "consent");
    } else {
      asked.put("response_mode", "query");
      asked.put("prompt", "select_account");
    }
    return URI.create(outside.endpoints().authorize(account) + "?" + Endpoints.form(asked));
  }

  /**
   * The person has come back.
   *
   * @return the account that is theirs to use now
   * @throws Refusal when it is no answer to what they asked for
   * @throws TokenTrouble when no token came for the code
   */
  public long consented(String state, String code, Actor by) throws TokenTrouble {
    AccountRows.Consent consent =
        state.isEmpty()
            ? null
            : acts.call(() -> rows.takeConsent(Tokens.hash(state), by.id(), tokens.now()))
                .orElse(null);
    if (consent == null || code.isEmpty()) {
      throw new Refusal("", "messages.account.refusal.state");
    }
    Account account = rows.get(consent.account());
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", back());
    AccountTokens.client(form, account, tokens.open(rows.locked(account.id()).secret()));
    form.put("code_verifier", String.valueOf(tokens.open(consent.verifier())));
    Granted granted = outside.calls().ask(outside.endpoints().token(account), form);
    if (granted.refresh() == null) {
      throw new TokenTrouble("messages.account.trouble.no-refresh", "", true);
    }
    acts.run(() -> {
      String kept = tokens.keep(account, granted);
      rows.granted(account.id(), tokens.now());
      tokens.tell("mail_account.granted", account.id(), by);
      assert !kept.isEmpty();
    });
    return account.id();
  }

  /** Fetches a token now; null when all is well. */
  public @Nullable TokenTrouble test(long id) {
    try {
      return tokens.anew(id).isEmpty()
          ? new TokenTrouble("messages.account.trouble.odd", "", false)
          : null;
    } catch (TokenTrouble trouble) {
      return trouble;
    }
  }

  private String back() {
    return outside.settings().baseUrl() + BACK;
  }

  private static String challenge(String verifier) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Tokens.sha256(verifier.getBytes(StandardCharsets.US_ASCII)));
  }

  private static void check(Account.Draft draft, boolean needsSecret) {
    need("name", draft.name());
    if (!draft.login().matches("[^@\\s]+@[^@\\s]+")) {
      throw new Refusal("login", "messages.send.address", draft.login());
    }
    boolean serviceAccount = draft.provider() == Host.GOOGLE && draft.flow() == Flow.APP;
    if (!serviceAccount) {
      need("client_id", draft.clientId());
    }
    if (draft.provider() == Host.MICROSOFT && !draft.tenant().matches("[A-Za-z0-9.-]{1,100}")) {
      throw new Refusal("tenant", "messages.account.refusal.tenant");
    }
    boolean optional = draft.flow() == Flow.DELEGATED && draft.provider() == Host.MICROSOFT;
    if (needsSecret && draft.secret().isBlank() && !optional) {
      throw new Refusal("secret", "messages.account.refusal.secret");
    }
    if (serviceAccount && !draft.secret().isBlank()) {
      readable(draft.secret());
    }
  }

  private static void readable(String file) {
    try {
      ServiceKey key = ServiceKey.read(file);
      assert !key.email().isEmpty();
    } catch (IllegalArgumentException e) {
      throw new Refusal("secret", "messages.account.refusal.key");
    }
  }

  private static void need(String field, String words) {
    if (words.isBlank()
        || words.length() > LONGEST
        || words.chars().anyMatch(Character::isISOControl)) {
      throw new Refusal(field, "messages.account.refusal." + field);
    }
  }
}
