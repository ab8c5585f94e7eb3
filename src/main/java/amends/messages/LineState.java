package amends.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it is with one way in or out of the house, for the connections page.
 *
 * @param group a code: {@code mail}, {@code mailbox}, {@code server}, {@code provider} or {@code
 *     hook}
 * @param name as an operator knows it
 * @param what one line about it, such as an address; never a secret
 * @param state a code: ok, waiting, trouble, off, missing
 * @param workedAt when it last worked; null when it never did, or nobody notes it
 * @param queue how much waits for it
 * @param trouble what is wrong: the key of a sentence for mail and mailboxes, else the sentence;
 *     null when nothing is
 * @param detail what that sentence names; may be empty
 * @param link where it is looked after; null where it is not looked after on a page
 * @param test where its test button posts to; null when it has none
 */
public record LineState(
    String group,
    String name,
    String what,
    String state,
    @Nullable Instant workedAt,
    long queue,
    @Nullable String trouble,
    String detail,
    @Nullable String link,
    @Nullable String test) {}
