package amends.cases.web;

import amends.messages.Direction;
import amends.messages.Message;
import amends.messages.Next;
import amends.shared.api.Say;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A message as programs read one. */
record MessageJson(
    @Say(value = "Our number.", example = "88") long id,
    @Say(value = "The case that it belongs to.", example = "1001") long caseId,
    @Say("From the customer or to them.") Direction direction,
    @Say(value = "Over which channel.", example = "email") String channel,
    @Say("Why it went out: reply, acknowledgement, notice, follow_up; null for what came in.")
        @Nullable String kind,
    @Say(value = "The other side.", example = "ruth@adeyemi.example") String address,
    @Say(value = "The other side's name as the mail gave it; may be empty.", example = "Ruth")
        String name,
    @Say(value = "Its subject.", example = "Re: The jug") String subject,
    @Say(value = "What is new in it, without what it quotes.", example = "Dear Ruth, …")
        String text,
    @Say(value = "When it came, or was given to be sent.", example = "2026-05-12T13:07:00Z")
        Instant at,
    @Say("What it said happens next; null for what came in, and when nothing more does.")
        CaseJson.@Nullable NextMomentJson next,
    @Say("When the customer's provider took it; null when it has not.")
        @Nullable Instant deliveredAt,
    @Say("When it was given up or came back; null when it was not.") @Nullable Instant failedAt,
    @Say("True for a message that was written and is not sent.") boolean notSent,
    @Say("What is attached.") List<AttachmentJson> attachments) {

  /** An attached file. */
  record AttachmentJson(
      @Say(value = "Our number.", example = "5") long id,
      @Say(value = "Its name.", example = "jug.jpg") String name,
      @Say(value = "Its type.", example = "image/jpeg") String type,
      @Say(value = "In bytes.", example = "48216") long size) {}

  static MessageJson of(Message m) {
    Message.Delivery delivery = m.delivery();
    return new MessageJson(
        m.id(),
        m.about().id(),
        m.direction(),
        m.channel(),
        m.kind() == null ? null : m.kind().name().toLowerCase(Locale.ROOT),
        m.address(),
        m.name(),
        m.subject(),
        m.replyText(),
        m.at(),
        m.next() instanceof Next.By by
            ? new CaseJson.NextMomentJson(by.promiseId(), by.words(), by.dueAt())
            : null,
        delivery == null ? null : delivery.acceptedAt(),
        delivery == null ? null : delivery.failedAt(),
        m.notSent() != null,
        m.attachments().stream()
            .map(a -> new AttachmentJson(a.id(), a.name(), a.type(), a.size()))
            .toList());
  }
}
