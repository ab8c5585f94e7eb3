package amends.remedies;

import amends.remedies.Giving.Way;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests above authority: one step, one person, never two. */
@Component
public final class Requests {
  private final Acts acts;
  private final RequestRows rows;
  private final Matters matters;
  private final Deciding deciding;
  private final Answers answers;

  Requests(Acts acts, RequestRows rows, Matters matters, Deciding deciding, Answers answers) {
    this.acts = acts;
    this.rows = rows;
    this.matters = matters;
    this.deciding = deciding;
    this.answers = answers;
  }

  /** What an answer does beside its row. */
  @Component
  record Answers(RequestBell bell, Asking.Tellings tellings) {
    Instant now() {
      return tellings.clock().instant();
    }

    void tell(String kind, Request request, Viewer by) {
      bell.silence(request);
      tellings.journal().record(kind, request.about(), by.actor(), Map.of("request", request.id()));
      tellings.events().publishEvent(new RequestAnswered(request));
    }
  }

  /**
   * Approves and grants, under the approver's own authority.
   *
   * @param words for the asker; may be empty
   * @throws Refusal when it is not this person's to answer, or answered already, or no longer
   *     within their authority or safe
   */
  public RemedyGrant approve(long id, String words, Viewer by) {
    Length.atMost(Length.TEXT, words, "words");
    return acts.call(() -> {
      Request request = mine(id, by);
      Matter matter = matters.held(request.about());
      RemedyGrant grant =
          deciding.give(matter, fresh(request), by, by.actor(), new Way(id, null, null));
      answered(request, "approved", words, grant.id(), by);
      return grant;
    });
  }

  /** What was to be there by a moment that has passed meanwhile is there as early as it can be. */
  private Wanted fresh(Request request) {
    Instant promised = request.wanted().promisedAt();
    return promised != null && promised.isBefore(answers.now())
        ? request.wanted().promised(null)
        : request.wanted();
  }

  /**
   * @throws Refusal without words for the asker, or when it is not this person's
   */
  public Request refuse(long id, String words, Viewer by) {
    if (words.isBlank()) {
      throw new Refusal("words", "remedies.refusal.refuse-words");
    }
    Length.atMost(Length.TEXT, words, "words");
    return acts.call(() -> answered(mine(id, by), "refused", words, null, by));
  }

  /**
   * The asker no longer needs it.
   *
   * @throws Refusal when somebody else asked, or it is answered
   */
  public Request withdraw(long id, Viewer by) {
    return acts.call(() -> {
      Request request = open(id);
      if (request.askedBy() != by.id()) {
        throw new Refusal("", "remedies.refusal.not-asker");
      }
      return answered(request, "withdrawn", "", null, by);
    });
  }

  private Request answered(
      Request request, String how, String words, @Nullable Long grant, Viewer by) {
    long answeredBy = how.equals("withdrawn") ? 0 : by.id();
    rows.answered(request.id(), how, answeredBy, words.strip(), grant, answers.now());
    Request answered = rows.find(request.id()).orElseThrow();
    answers.tell("remedy.request_" + how, answered, by);
    return answered;
  }

  private Request mine(long id, Viewer by) {
    Request request = open(id);
    if (request.askedBy() == by.id()) {
      throw new Refusal("", "remedies.refusal.own-request");
    }
    if (!mayKnow(request, by)) {
      throw missing(id);
    }
    if (request.approver() != by.id()) {
      throw new Refusal("", "remedies.refusal.not-approver");
    }
    return request;
  }

  private Request open(long id) {
    Request request = rows.held(id).orElseThrow(() -> missing(id));
    if (!request.open()) {
      throw new Refusal("", "remedies.refusal.answered");
    }
    return request;
  }

  private static NotFound missing(long id) {
    return new NotFound(Subject.of("remedy_request", id));
  }

  /**
   * @throws NotFound when there is none, or the viewer may not know of its matter
   */
  public Request get(long id, Viewer viewer) {
    Request request = rows.find(id).orElseThrow(() -> missing(id));
    boolean asked = request.approver() == viewer.id() || request.askedBy() == viewer.id();
    if (!asked) {
      matters.permitted(request.about(), Permission.SEE_CASE, viewer);
    }
    if (!mayKnow(request, viewer)) {
      throw missing(id);
    }
    return request;
  }

  /** A matter may have been restricted to others after somebody was asked. */
  private boolean mayKnow(Request request, Viewer viewer) {
    return matters.find(request.about()).filter(m -> m.mayKnow(viewer.id())).isPresent();
  }

  /** What waits for this person's answer, the earliest due first. */
  public List<Request> waitingFor(Viewer viewer) {
    return rows
        .where(RequestRows.OPEN + " and " + RequestRows.ASKED_NOW, Map.of("person", viewer.id()))
        .stream()
        .filter(request -> mayKnow(request, viewer))
        .toList();
  }

  /** All requests of a matter, the earliest due first; whoever calls has asked for the matter. */
  public List<Request> of(Subject about) {
    return rows.of(about);
  }
}
