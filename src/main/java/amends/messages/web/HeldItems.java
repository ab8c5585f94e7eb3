package amends.messages.web;

import amends.messages.Held;
import amends.messages.HeldKind;
import amends.messages.ReadMail;
import amends.messages.StoredMail;
import amends.messages.Unwanted;
import amends.shared.Subject;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Makes the page of one held mail. */
@Component
final class HeldItems {
  private static final Set<String> TELLING =
      Set.of(
          "from",
          "to",
          "cc",
          "reply-to",
          "date",
          "message-id",
          "in-reply-to",
          "auto-submitted",
          "list-id",
          "precedence",
          "return-path");
  private static final int MOST_HEADERS = 30;
  private static final int LONGEST_HEADER = 400;

  private final StoredMail stored;
  private final Guard guard;
  private final Unwanted unwanted;

  HeldItems(StoredMail stored, Guard guard, Unwanted unwanted) {
    this.stored = stored;
    this.guard = guard;
    this.unwanted = unwanted;
  }

  ModelAndView shown(Page page, Held held, Form form) {
    ReadMail mail = stored.read(held.inboundId());
    String link = "/held/" + held.id();
    HeldItemView v =
        new HeldItemView(
            page,
            held.id(),
            held.kind() == HeldKind.TRAY,
            held.sender(),
            HeldPages.subject(page, held.subject()),
            page.t().at(held.receivedAt(), page.now()),
            HeldPages.clock(page, held),
            reasons(page, held, mail),
            headers(mail),
            mail.text(),
            mail.html() == null ? null : link + "/html",
            files(page, mail, link),
            link + "/raw",
            likely(held),
            decided(page, held),
            notOurs(page, held),
            form);
    return new ModelAndView("messages/item", "v", v);
  }

  private static List<String> reasons(Page page, Held held, ReadMail mail) {
    List<String> reasons = new ArrayList<>();
    reasons.add(page.t().say(held.reason(), held.detail()));
    if (mail.error() != null) {
      reasons.add(page.t().say("messages.held.partly-read"));
    }
    return reasons;
  }

  private static List<HeldItemView.Header> headers(ReadMail mail) {
    return mail.headers().stream()
        .filter(header -> TELLING.contains(header.name().toLowerCase(Locale.ROOT)))
        .limit(MOST_HEADERS)
        .map(header -> new HeldItemView.Header(header.name(), shortened(header.value())))
        .toList();
  }

  private static String shortened(String value) {
    return value.length() <= LONGEST_HEADER ? value : value.substring(0, LONGEST_HEADER) + "…";
  }

  private static List<HeldItemView.File> files(Page page, ReadMail mail, String link) {
    List<HeldItemView.File> files = new ArrayList<>();
    for (int i = 0; i < mail.attachments().size(); i++) {
      ReadMail.Attachment file = mail.attachments().get(i);
      files.add(
          new HeldItemView.File(
              file.name(),
              page.t().say("messages.file.size", (file.size() + 1023) / 1024),
              link + "/files/" + i));
    }
    return files;
  }

  private @Nullable String likely(Held held) {
    Subject about = held.about();
    return about == null ? null : guard.number(about);
  }

  private @Nullable String notOurs(Page page, Held held) {
    return unwanted
        .like(held)
        .map(like -> page.t().say("messages.item.not-ours." + like.mark(), like.value()))
        .orElse(null);
  }

  private static @Nullable String decided(Page page, Held held) {
    return held.decidedAt() == null
        ? null
        : page.t()
            .say(
                "messages.held.decided." + held.decision(),
                page.t().at(held.decidedAt(), page.now()));
  }
}
