package amends.messages.mailbox.web;

import amends.messages.account.Accounts;
import amends.messages.mailbox.ImapTrouble;
import amends.messages.mailbox.Mailbox;
import amends.messages.mailbox.Mailboxes;
import amends.messages.mailbox.NotOurs;
import amends.shared.Settings.Tls;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mailboxes as the pages tell them. */
@Component
final class MailboxRoster {
  private final Mailboxes mailboxes;
  private final NotOurs notOurs;
  private final Accounts accounts;

  MailboxRoster(Mailboxes mailboxes, NotOurs notOurs, Accounts accounts) {
    this.mailboxes = mailboxes;
    this.notOurs = notOurs;
    this.accounts = accounts;
  }

  MailboxesView list(Page page, Form form) {
    return new MailboxesView(
        page,
        mailboxes.all().stream().map(box -> row(page, box)).toList(),
        notOurs.all().stream().map(note -> left(page, note)).toList(),
        form,
        protections(page),
        accounts(page),
        "",
        false);
  }

  MailboxesView one(Page page, long id, Form form, Mailboxes.@Nullable Tried tried) {
    return new MailboxesView(
        page,
        List.of(row(page, mailboxes.get(id))),
        List.of(),
        form,
        protections(page),
        accounts(page),
        tried == null ? "" : tested(page, tried),
        tried != null && tried.trouble() != null);
  }

  private static String tested(Page page, Mailboxes.Tried tried) {
    ImapTrouble trouble = tried.trouble();
    if (trouble != null) {
      return page.t().say(trouble.key(), trouble.detail());
    }
    String opens = page.t().counted("messages.mailbox.tested", tried.mails());
    return tried.idle() ? opens : opens + " " + page.t().say("messages.mailbox.tested.poll");
  }

  private static MailboxesView.Row row(Page page, Mailbox box) {
    Mailbox.State state = box.state();
    return new MailboxesView.Row(
        box.id(),
        box.name(),
        box.folder() + " · " + box.login() + " · " + box.server().host(),
        state(page, box),
        state.okAt() == null
            ? page.t().say("messages.mailbox.ok.never")
            : page.t().say("messages.mailbox.ok", page.t().at(state.okAt(), page.now())),
        page.t().say("messages.mailbox.counts", state.taken(), state.left()),
        state.trouble() == null ? "" : page.t().say(state.trouble(), state.detail()),
        state.failed() == 0 ? "" : page.t().counted("messages.mailbox.failed", state.failed()),
        box.pausedAt() != null);
  }

  private static String state(Page page, Mailbox box) {
    Mailbox.State state = box.state();
    if (box.pausedAt() != null) {
      return page.t().say("messages.mailbox.state.paused", page.t().at(box.pausedAt(), page.now()));
    }
    if (state.trouble() != null) {
      return page.t()
          .say("messages.mailbox.state.trouble", page.t().at(state.retryAt(), page.now()));
    }
    boolean watched = state.watchedUntil() != null && state.watchedUntil().isAfter(page.now());
    return page.t()
        .say(watched ? "messages.mailbox.state.watched" : "messages.mailbox.state.waiting");
  }

  private static MailboxesView.Left left(Page page, NotOurs.Note note) {
    String key = "messages.mailbox.not-ours." + note.mark().name().toLowerCase(Locale.ROOT);
    return new MailboxesView.Left(
        note.id(), page.t().say(key, note.value(), page.t().at(note.notedAt(), page.now())));
  }

  private static List<Choice> protections(Page page) {
    return Arrays.stream(new Tls[] {Tls.IMPLICIT, Tls.STARTTLS, Tls.NONE})
        .map(tls -> tls.name().toLowerCase(Locale.ROOT))
        .map(tls -> Choice.of(tls, page.t().say("messages.mailbox.tls." + tls)))
        .toList();
  }

  private List<Choice> accounts(Page page) {
    List<Choice> all = new ArrayList<>();
    all.add(Choice.of("", page.t().say("messages.mailbox.account.none")));
    accounts.all().forEach(a -> all.add(Choice.of(String.valueOf(a.id()), a.name())));
    return all;
  }

  Map<String, String> filled(long id) {
    Mailbox box = mailboxes.get(id);
    return Map.of(
        "name", box.name(),
        "host", box.server().host(),
        "port", String.valueOf(box.server().port()),
        "tls", box.server().tls().name().toLowerCase(Locale.ROOT),
        "login", box.login(),
        "folder", box.folder(),
        "address", box.address(),
        "account", box.accountId() == null ? "" : String.valueOf(box.accountId()),
        "start", box.fromStart() ? "on" : "");
  }
}
