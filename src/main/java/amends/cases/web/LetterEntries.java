package amends.cases.web;

import amends.messages.Direction;
import amends.messages.Message;
import amends.messages.Next;
import amends.messages.Outgoing;
import amends.shared.Actor;
import amends.shared.Texts.Voice;
import amends.shared.page.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Messages in the timeline, with how they got there and what they said happens next. */
final class LetterEntries {
  private static final int ADDED = 2;
  private static final long KILO = 1_000;
  private static final int LISTENED_TO = 12;

  private final Opened opened;
  private final Voice t;
  private final Set<Long> listened;

  LetterEntries(Opened opened) {
    this.opened = opened;
    this.t = opened.t();
    this.listened = newest(opened.file().messages());
  }

  /** To listen takes half a millisecond a letter: a case of hundreds shows it for the newest. */
  private static Set<Long> newest(List<Message> messages) {
    return messages.reversed().stream()
        .filter(m -> m.direction() == Direction.IN)
        .limit(LISTENED_TO)
        .map(Message::id)
        .collect(Collectors.toSet());
  }

  List<Entry> all() {
    return opened.file().messages().stream().map(this::entry).toList();
  }

  private Entry entry(Message message) {
    boolean automatic = message.kind() != null && message.kind().automatic();
    return automatic ? automatic(message) : letter(message);
  }

  private Entry automatic(Message message) {
    String why = message.notSent();
    String words =
        why != null
            ? t.say(why)
            : message.next() instanceof Next.By by
                ? t.say("cases.line.acknowledged", by.words(), by.dueAt())
                : message.subject();
    return new Entry.Line(
        message.at(), t.clockTime(message.at()), "system", null, "", words, trouble(message));
  }

  private Entry letter(Message message) {
    boolean out = message.direction() == Direction.OUT;
    String text = message.replyText().isBlank() ? message.text() : message.replyText();
    return new Entry.Letter(
        message.id(),
        message.at(),
        t.clockTime(message.at()),
        out,
        message.channel(),
        who(message, out),
        how(message, out),
        null,
        out ? ownWords(message) : text.strip(),
        out ? null : quoted(message),
        message.hasHtml() ? "/messages/" + message.id() + "/html" : null,
        message.attachments().stream().map(this::file).toList(),
        next(message),
        kept(message),
        trouble(message),
        out || !listened.contains(message.id()) ? null : SignsHeard.in(opened, text.strip()));
  }

  /** What happens next and the signature were put below by us, and are shown apart. */
  static String ownWords(Message message) {
    String text = message.text().strip();
    String[] paragraphs = text.split("\n\n", -1);
    if (message.kind() != Outgoing.Kind.REPLY || paragraphs.length <= ADDED) {
      return text;
    }
    return String.join("\n\n", Arrays.copyOf(paragraphs, paragraphs.length - ADDED));
  }

  private String who(Message message, boolean out) {
    if (out) {
      Actor author = message.author();
      return opened.names().person(author.isToken() ? -author.id() : author.id());
    }
    return message.name().isBlank() ? opened.customer().name() : message.name();
  }

  private String how(Message message, boolean out) {
    if (out) {
      return outHow(message);
    }
    if (!message.channel().equals("email")) {
      return t.say("cases.how.in." + message.channel());
    }
    Long inbound = message.inboundId();
    Instant held = inbound == null ? null : opened.file().told().heldUntil().get(inbound);
    String came =
        held == null ? t.say("cases.how.in") : t.say("cases.how.held", t.at(held, opened.now()));
    return came + believed(message);
  }

  /** Quietly, and only where something is missing. */
  private String believed(Message message) {
    return switch (message.trust()) {
      case null -> "";
      case T0 -> t.say("cases.how.unproved");
      case T1 -> isFirst(message) ? "" : t.say("cases.how.unthreaded");
      case T2, T3 -> "";
    };
  }

  /** What opened the case joined no thread. */
  private boolean isFirst(Message message) {
    return opened.file().messages().stream()
        .filter(m -> m.direction() == Direction.IN)
        .findFirst()
        .map(first -> first.id() == message.id())
        .orElse(false);
  }

  private String outHow(Message message) {
    Message.Delivery delivery = message.delivery();
    if (delivery == null) {
      return t.say("cases.how.not-sent");
    }
    if (delivery.failedAt() != null) {
      return t.say(nobodyKnows(delivery) ? "cases.how.unknown" : "cases.how.failed");
    }
    String channel = message.channel();
    boolean plain = channel.equals("email");
    if (delivery.acceptedAt() == null) {
      return delivery.leavesAt().isAfter(opened.now())
          ? t.say("cases.how.later." + channel, t.at(delivery.leavesAt(), opened.now()))
          : t.say(plain ? "cases.how.under-way" : "cases.how.under-way." + channel);
    }
    String at = t.at(delivery.acceptedAt(), opened.now());
    return t.say(plain ? "cases.how.accepted" : "cases.how.accepted." + channel, at);
  }

  private static @Nullable String quoted(Message message) {
    String fresh = message.replyText().strip();
    String all = message.text().strip();
    if (fresh.isEmpty() || all.equals(fresh)) {
      return null;
    }
    return all.startsWith(fresh) ? all.substring(fresh.length()).strip() : all;
  }

  private Entry.Attachment file(Message.Attachment file) {
    String size =
        file.size() < KILO * KILO
            ? t.say("cases.size.kb", String.valueOf(Math.max(1, file.size() / KILO)))
            : t.say("cases.size.mb", String.valueOf(file.size() / (KILO * KILO)));
    String event = file.event() == null ? null : EventLines.of(file.event(), t);
    return new Entry.Attachment(file.name(), size, "/attachments/" + file.link(), event);
  }

  private @Nullable String next(Message message) {
    return switch (message.next()) {
      case null -> null;
      case Next.By by -> t.say("cases.promise.by", by.words(), by.dueAt());
      case Next.NothingMore nothing -> t.say("cases.promise.nothing");
    };
  }

  private @Nullable Clock kept(Message message) {
    if (!(message.next() instanceof Next.By by)) {
      return null;
    }
    return opened.file().promises().stream()
        .filter(p -> p.id() == by.promiseId())
        .findFirst()
        .map(opened::clock)
        .orElse(null);
  }

  private @Nullable String trouble(Message message) {
    Message.Delivery delivery = message.delivery();
    if (delivery != null && delivery.after() != null && delivery.failedAt() == null) {
      return t.say("cases.delivery.moved-on." + message.channel(), message.address());
    }
    if (delivery == null || delivery.acceptedAt() != null && delivery.failedAt() == null) {
      return null;
    }
    String why = message.notSent();
    if (why != null && !nobodyKnows(delivery)) {
      // A line says the reason in its place; a letter shows its words there.
      Outgoing.Kind kind = message.kind();
      return kind != null && kind.automatic() ? null : t.say(why);
    }
    if (delivery.failedAt() != null) {
      String how = nobodyKnows(delivery) ? "cases.delivery.unknown" : "cases.delivery.failed";
      return t.say(how, message.address(), delivery.reply());
    }
    // A try that is under way is counted already, but has no answer yet.
    boolean refused = delivery.tries() > 0 && !delivery.reply().isBlank();
    return !refused || message.kind() == Outgoing.Kind.ACKNOWLEDGEMENT
        ? null
        : t.say("cases.delivery.again", delivery.tries(), delivery.reply());
  }

  /** Whoever broke off may have taken it: only a word of refusal says that it did not arrive. */
  private static boolean nobodyKnows(Message.Delivery delivery) {
    return delivery.ambiguousTries() > 0
        && delivery.acceptedAt() == null
        && !delivery.reply().matches("5\\d\\d.*");
  }
}
