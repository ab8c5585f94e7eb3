package amends.cases;

import amends.messages.Notice;
import amends.messages.Notices;
import amends.promises.Promise;
import amends.promises.PromisesAtRisk;
import amends.promises.Undertaking;
import amends.promises.UndertakingAnswered;
import amends.promises.UndertakingAsked;
import amends.promises.UndertakingsSlipped;
import amends.promises.UndertakingsUnanswered;
import amends.shared.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells colleagues by mail what they are asked to do, whoever asked what became of it, and owners
 * which of their promises are in danger. An acceptance is no trouble and shows on the page.
 */
@Component
final class UndertakingNotices {
  static final String UNDERTAKING = "undertaking.";
  static final String DANGER = "danger";

  /** What is told about an undertaking. */
  static final List<String> NEWS = List.of("asked", "declined", "unanswered", "slipped");

  private final Notices notices;

  UndertakingNotices(Notices notices) {
    this.notices = notices;
  }

  @EventListener
  void on(UndertakingAsked event) {
    Undertaking asked = event.undertaking();
    if (asked.by() instanceof Undertaking.By.Colleague colleague) {
      tell(List.of(asked), "asked", colleague.person());
    }
  }

  @EventListener
  void on(UndertakingAnswered event) {
    if (event.undertaking().moments().declinedAt() != null) {
      tell(List.of(event.undertaking()), "declined", null);
    }
  }

  @EventListener
  void on(UndertakingsUnanswered event) {
    tell(event.undertakings(), "unanswered", null);
  }

  @EventListener
  void on(UndertakingsSlipped event) {
    tell(event.undertakings(), "slipped", null);
  }

  @EventListener
  void on(PromisesAtRisk event) {
    notices.tell(
        event.promises().stream()
            .filter(p -> CaseNotices.PLACES.contains(p.about().kind()))
            .map(UndertakingNotices::danger)
            .toList());
  }

  private static Notice danger(Promise promise) {
    Long person = promise.owner().person();
    return new Notice(
        Notice.Kind.WARNING,
        Subject.of(DANGER, promise.id()),
        promise.about(),
        "cases.notice.danger",
        promise.dueAt(),
        person,
        person == null ? promise.owner().team() : null);
  }

  /** To this person, or to whoever asked. */
  private void tell(List<Undertaking> undertakings, String news, @Nullable Long person) {
    notices.tell(
        undertakings.stream()
            .filter(u -> CaseNotices.PLACES.contains(u.about().kind()))
            .map(u ->
                new Notice(
                    Notice.Kind.WARNING,
                    Subject.of(UNDERTAKING + news, u.id()),
                    u.about(),
                    "cases.notice.undertaking." + news,
                    u.dueAt(),
                    person == null ? u.askedBy() : person,
                    null))
            .toList());
  }
}
