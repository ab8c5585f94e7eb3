package amends.messages.account.web;

import amends.messages.account.Account;
import amends.messages.account.Account.Flow;
import amends.messages.account.Account.Host;
import amends.messages.account.Accounts;
import amends.messages.account.TokenTrouble;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mail accounts as the pages tell them. */
@Component
final class AccountRoster {
  private static final Duration EARLY = Duration.ofDays(14);

  private final Accounts accounts;

  AccountRoster(Accounts accounts) {
    this.accounts = accounts;
  }

  AccountsView list(Page page, Form form) {
    return new AccountsView(
        page,
        accounts.all().stream().map(a -> row(page, a)).toList(),
        form,
        kinds(page),
        "",
        false);
  }

  AccountsView one(Page page, long id, Form form) {
    return new AccountsView(
        page, List.of(row(page, accounts.get(id))), form, kinds(page), "", false);
  }

  AccountsView tested(Page page, long id, @Nullable TokenTrouble trouble) {
    AccountsView plain = one(page, id, Form.of(filled(id)));
    String words =
        trouble == null
            ? page.t().say("messages.account.tested")
            : page.t().say(trouble.key(), trouble.detail());
    return new AccountsView(
        page, plain.rows(), plain.form(), plain.kinds(), words, trouble != null);
  }

  private static AccountsView.Row row(Page page, Account account) {
    Account.State state = account.state();
    return new AccountsView.Row(
        account.id(),
        account.name(),
        page.t().say("messages.account.kind." + kind(account)) + " · " + account.login(),
        state(page, account),
        state.trouble() == null ? "" : page.t().say(state.trouble(), state.detail()),
        soon(page, account.secretEndsOn()),
        account.flow() == Flow.APP
            ? ""
            : page.t()
                .say(
                    account.grantedAt() == null
                        ? "messages.account.consent"
                        : "messages.account.consent.again"));
  }

  private static String state(Page page, Account account) {
    if (account.needsConsent()) {
      return page.t().say("messages.account.state.consent");
    }
    Instant refreshed = account.state().refreshedAt();
    return refreshed == null
        ? page.t().say("messages.account.state.new")
        : page.t().say("messages.account.state.refreshed", page.t().at(refreshed, page.now()));
  }

  private static String soon(Page page, @Nullable LocalDate ends) {
    if (ends == null) {
      return "";
    }
    Instant at = ends.atStartOfDay(ZoneOffset.UTC).toInstant();
    if (at.isAfter(page.now().plus(EARLY))) {
      return "";
    }
    return page.t()
        .say(
            at.isBefore(page.now()) ? "messages.account.ended" : "messages.account.ends-soon",
            ends.toString());
  }

  private static String kind(Account account) {
    return account.provider().name().toLowerCase(Locale.ROOT)
        + "."
        + account.flow().name().toLowerCase(Locale.ROOT);
  }

  private static List<Choice> kinds(Page page) {
    List<Choice> all = new ArrayList<>();
    for (Host host : Host.values()) {
      for (Flow flow : Flow.values()) {
        String kind =
            host.name().toLowerCase(Locale.ROOT) + "." + flow.name().toLowerCase(Locale.ROOT);
        all.add(Choice.of(kind, page.t().say("messages.account.kind." + kind)));
      }
    }
    return all;
  }

  Map<String, String> filled(long id) {
    Account account = accounts.get(id);
    return Map.of(
        "kind", kind(account),
        "name", account.name(),
        "login", account.login(),
        "client_id", account.clientId(),
        "tenant", account.tenant(),
        "ends", account.secretEndsOn() == null ? "" : account.secretEndsOn().toString());
  }
}
