package amends.cases;

import amends.messages.Direction;
import amends.messages.Message;
import amends.messages.Messages;
import amends.messages.Outgoing;
import amends.shared.Refusal;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Answering at the desk: against what somebody else has answered meanwhile, out of a draft, and
 * with a few seconds in which it can be taken back.
 */
@Component
public final class Replies {
  private final Access access;
  private final Conversation conversation;
  private final Messages messages;
  private final Drafts drafts;
  private final TakeBacks takeBacks;

  Replies(
      Access access,
      Conversation conversation,
      Messages messages,
      Drafts drafts,
      TakeBacks takeBacks) {
    this.access = access;
    this.conversation = conversation;
    this.messages = messages;
    this.drafts = drafts;
    this.takeBacks = takeBacks;
  }

  /**
   * What was typed and what the page knew.
   *
   * @param typed the fields as typed; they become a draft again when the reply is taken back
   * @param seen the last message that stood on the page
   * @param version of the draft that is sent
   */
  public record Written(Draft draft, Map<String, String> typed, long seen, int version) {}

  /**
   * Sends a reply.
   *
   * @throws Refusal {@code cases.refusal.answered} when a colleague has answered since the page was
   *     made; otherwise as {@link Cases#reply}
   */
  public void reply(long id, Written written, Viewer by) {
    access.work(
        id,
        Permission.WORK_CASE,
        by,
        matter -> {
          if (!since(matter, written.seen(), by).isEmpty()) {
            throw new Refusal("", "cases.refusal.answered");
          }
          TakeBacks.Sending before = takeBacks.before(matter);
          long message = conversation.reply(matter, written.draft(), by);
          takeBacks.note(before, message, Drafts.fields("reply", written.typed()), by);
          drafts.forget(id, "reply", written.version(), by);
        });
  }

  /** What colleagues have answered after a message, oldest first. */
  public List<Message> since(Case matter, long seen, Viewer viewer) {
    return since(messages.about(matter.asSubject()), seen, viewer);
  }

  public static List<Message> since(List<Message> all, long seen, Viewer viewer) {
    return all.stream()
        .filter(m -> m.id() > seen && m.direction() == Direction.OUT)
        .filter(m -> m.kind() == Outgoing.Kind.REPLY && !m.author().equals(viewer.actor()))
        .toList();
  }
}
