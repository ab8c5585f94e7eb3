package amends.messages;

import amends.shared.Actor;
import amends.shared.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One communication, in or out.
 *
 * @param channel the way it travels, or travelled last: {@code email}, {@code sms}, …
 * @param address the other side: who wrote to us, or whom we write to
 * @param name the other side's name as the mail gave it; empty when unknown
 * @param hasHtml whether {@code /messages/{id}/html} shows it as it was meant to look
 * @param replyText what is new in it, without quotation and signature; for outgoing the whole text
 * @param at when it came, or when it was given to be sent
 * @param kind why it went out; null for what came in
 * @param next what it said would happen next; null for what came in
 * @param inboundId the raw mail behind it; null for what went out
 * @param delivery how it got there; null for what came in and for what was not sent
 * @param notSent the key of a text that says why it was not sent, or not any more; null when it was
 * @param trust how far mail that came in was believed; null when nobody could look
 */
public record Message(
    long id,
    Direction direction,
    String channel,
    Subject about,
    long customerId,
    Actor author,
    String address,
    String name,
    String subject,
    String text,
    boolean hasHtml,
    String replyText,
    Instant at,
    Outgoing.@Nullable Kind kind,
    @Nullable Next next,
    @Nullable Long answers,
    @Nullable Long inboundId,
    @Nullable Delivery delivery,
    @Nullable String notSent,
    List<Attachment> attachments,
    @Nullable Trust trust) {

  /**
   * An attached file, served from {@code /attachments/{link}}.
   *
   * @param link a random name
   * @param name as the sender called it, safe to show
   * @param type from our own list
   * @param size in bytes
   * @param inline whether the HTML shows it in its place
   * @param event what it invites to; null where it is no calendar
   */
  public record Attachment(
      long id,
      String link,
      String name,
      String type,
      long size,
      boolean inline,
      @Nullable Invitation event) {}

  /**
   * How an outgoing message got there.
   *
   * @param acceptedAt when the customer's provider took it
   * @param failedAt when it was given up, or came back
   * @param tries how often it was tried
   * @param ambiguousTries how often nobody could say whether it was taken; each may be a repeat
   * @param reply what the other side last said; empty when nothing yet
   * @param deliveredAt when it reached the person's own device, where a provider tells us so
   * @param leavesAt not before this moment
   * @param done nothing more is to be done for it
   * @param after the delivery over another channel that had failed before; null when none had
   */
  public record Delivery(
      long id,
      @Nullable Instant acceptedAt,
      @Nullable Instant failedAt,
      int tries,
      int ambiguousTries,
      String reply,
      @Nullable Instant deliveredAt,
      Instant leavesAt,
      boolean done,
      @Nullable Long after) {}
}
