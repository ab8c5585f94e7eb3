package amends.cases;

import amends.honesty.Listening;
import amends.honesty.Listening.Heard;
import amends.messages.MessageFiled;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Words of hurt or danger in what a customer wrote, by mail, text message, chat, form, page or over
 * a network, raise the case at once, before anybody has read it: a person calls.
 */
@Component
final class HeardDanger {
  private static final Pattern ANSWER =
      Pattern.compile("^\\s*(?:re|aw|fw|fwd|wg|sv|rv|tr)\\s*:", Pattern.CASE_INSENSITIVE);

  private final CaseRows rows;
  private final HarmHeard harm;

  HeardDanger(CaseRows rows, HarmHeard harm) {
    this.rows = rows;
    this.harm = harm;
  }

  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void on(MessageFiled event) {
    if (event.about().kind().equals("case") && heard(event.said(), true).asksForACall()) {
      rows.lockStanding(event.about().id())
          .filter(matter -> !matter.closed())
          .ifPresent(matter -> listen(matter, event));
    }
  }

  private void listen(Case matter, MessageFiled event) {
    Heard heard = heard(event.said(), isOwnSubject(matter, event));
    if (heard.asksForACall()) {
      harm.raise(matter, new HeardIn.Message(event.messageId()), heard);
    }
  }

  private static Heard heard(MessageFiled.Said said, boolean withSubject) {
    boolean own = withSubject && !isOldNews(said);
    return Listening.toHarm(own ? said.subject() + "\n" + said.text() : said.text());
  }

  /** The subject of an answer is ours, and that of a post is how the post begins. */
  private static boolean isOldNews(MessageFiled.Said said) {
    return ANSWER.matcher(said.subject()).find() || said.text().contains(said.subject().strip());
  }

  /**
   * What is written on the customer's page or in the chat bears the subject of its case: old words,
   * that are no news each time somebody says thank you.
   */
  private boolean isOwnSubject(Case matter, MessageFiled event) {
    return !event.said().subject().equals(matter.subject())
        || rows.isOpenedBy(matter.id(), event.messageId());
  }
}
