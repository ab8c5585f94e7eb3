package amends.cases.web;

import amends.cases.Cases;
import amends.cases.Moving;
import amends.cases.Renewals;
import amends.cases.Word;
import amends.cases.web.PromiseAsks.AgreementJson;
import amends.cases.web.PromiseAsks.MoveJson;
import amends.cases.web.PromiseAsks.ReleaseJson;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A promise by its number alone, and what programs do with it: the desk's acts. */
@Component
final class PromiseWrites {
  private final Promises promises;
  private final Renewals renewals;
  private final Cases cases;

  PromiseWrites(Promises promises, Renewals renewals, Cases cases) {
    this.promises = promises;
    this.renewals = renewals;
    this.cases = cases;
  }

  /**
   * @throws NotFound when there is none, or it is of a case that the viewer may not know of
   */
  Promise see(long id, Viewer by) {
    Promise promise = promises.promise(id);
    if (!promise.about().kind().equals("case") || !cases.maySee(promise.about().id(), by)) {
      throw new NotFound(Subject.of("promise", id));
    }
    return promise;
  }

  /** The newest first. */
  List<Word> said(long id, Viewer by) {
    return renewals.said(caseOf(id, by), id, by);
  }

  PromiseJson move(long id, MoveJson said, Viewer by) {
    String told = said.toldIn();
    renewals.move(
        caseOf(id, by),
        id,
        new Moving(
            said.dueAt(),
            told == null ? null : PromiseAsks.evidence("told_in", told),
            orEmpty(said.why()),
            orEmpty(said.instead())),
        by);
    return standing(id);
  }

  PromiseJson agree(long id, AgreementJson said, Viewer by) {
    Subject word = PromiseAsks.evidence("said_in", said.saidIn());
    renewals.agree(caseOf(id, by), id, said.dueAt(), word, by);
    return standing(id);
  }

  PromiseJson release(long id, ReleaseJson said, Viewer by) {
    Subject word = PromiseAsks.evidence("said_in", said.saidIn());
    renewals.release(caseOf(id, by), id, word, by);
    return PromiseJson.of(promises.promise(id));
  }

  private long caseOf(long id, Viewer by) {
    return see(id, by).about().id();
  }

  /** The promise that stands for it from now on. */
  private PromiseJson standing(long id) {
    return promises.about(promises.promise(id).about()).stream()
        .filter(p -> Objects.equals(p.followsId(), id))
        .findFirst()
        .map(PromiseJson::of)
        .orElseThrow();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
