package amends.portal.web;

import amends.messages.Chats;
import amends.messages.Message;
import amends.portal.Acting;
import amends.portal.Company;
import amends.portal.PortalFile;
import amends.portal.PortalFiles;
import amends.portal.Seals;
import amends.promises.Promise;
import amends.shared.Texts.Voice;
import amends.shared.page.Form;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts the chat together: what was said, and who is here or when they are answered. */
@Component
final class Chatting {
  private static final int NEWEST = 40;

  private final PortalFiles files;
  private final Company company;
  private final Chats chats;
  private final Seals seals;

  Chatting(PortalFiles files, Company company, Chats chats, Seals seals) {
    this.files = files;
    this.company = company;
    this.chats = chats;
    this.seals = seals;
  }

  Chats chats() {
    return chats;
  }

  ChatView view(LinkDoor.Visit visit, Acting by, Voice t, Form form) {
    PortalFile file = files.of(by.matter().id());
    Instant now = visit.page().now();
    Set<Long> waiting = chats.waiting(by.matter().asSubject());
    List<Message> there =
        file.conversation().stream().filter(m -> !waiting.contains(m.id())).toList();
    List<Message> newest = there.subList(Math.max(0, there.size() - NEWEST), there.size());
    Company.Present present = company.in(by.matter().id());
    return new ChatView(
        visit.page(),
        t,
        visit.at(),
        file.brand().name(),
        file.file().matter().subject(),
        seals.seal(LinkDoor.purpose(by)),
        there.stream().mapToLong(Message::id).max().orElse(0),
        !present.names().isEmpty(),
        who(present, file, t, now),
        newest.stream().map(m -> Sheets.said(file, t, now, visit.at(), m)).toList(),
        form,
        t.date(Objects.requireNonNull(by.link()).expiresAt()));
  }

  private static String who(Company.Present present, PortalFile file, Voice t, Instant now) {
    if (!present.names().isEmpty()) {
      String key = present.writing() ? "portal.chat.writing" : "portal.chat.here";
      return t.say(key, present.names().getFirst());
    }
    Optional<Promise> next =
        Promised.next(file)
            .filter(p -> p.kind() != Promise.Kind.LOOK && !file.file().matter().closed());
    return next.map(p ->
            t.say(
                p.broken() || p.dueAt().isBefore(now)
                    ? "portal.chat.nobody.late"
                    : "portal.chat.nobody",
                p.words(),
                t.moment(p.dueAt())))
        .orElseGet(() -> t.say("portal.chat.nobody.plain"));
  }
}
