package amends.messages;

import amends.shared.Subject;
import amends.staff.SecondFactorReset;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells colleagues whose second factor somebody else has taken away: it may not have been asked.
 */
@Component
final class FactorNotices {
  private final Notices notices;

  FactorNotices(Notices notices) {
    this.notices = notices;
  }

  /** Each reset is told once, so its moment stands for it. */
  @EventListener
  void on(SecondFactorReset event) {
    notices.tell(
        List.of(
            new Notice(
                Notice.Kind.ACCOUNT,
                Subject.of("second_factor", event.at().toEpochMilli()),
                Subject.of(event.by().kind(), event.by().id()),
                "messages.notice.account.factor-reset",
                event.at(),
                event.personId(),
                null)));
  }
}
