package amends.cases;

import amends.messages.Notice;
import amends.messages.NoticeTruth;
import amends.messages.Notices;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells by mail of what waits to be accepted: the receiver at once, the lead when nobody did. */
@Component
final class ShiftNotices implements NoticeTruth {
  private final Notices notices;
  private final ShiftRows rows;

  ShiftNotices(Notices notices, ShiftRows rows) {
    this.notices = notices;
    this.rows = rows;
  }

  void offered(long id, List<Long> cases, Instant acceptBy, @Nullable Long person, long team) {
    notices.tell(
        List.of(
            notice(
                Notice.Kind.WARNING,
                "cases.notice.shift.offered",
                new Waiting(id, cases.getFirst(), acceptBy),
                person,
                person == null ? team : null)));
  }

  void lapsed(Shift shift, long lead) {
    if (!shift.cases().isEmpty()) {
      notices.tell(
          List.of(
              notice(
                  Notice.Kind.ESCALATION,
                  "cases.notice.shift.lapsed",
                  new Waiting(shift.id(), shift.cases().getFirst().caseId(), shift.acceptBy()),
                  lead,
                  null)));
    }
  }

  private record Waiting(long id, long caseId, Instant acceptBy) {}

  private static Notice notice(
      Notice.Kind kind, String words, Waiting what, @Nullable Long person, @Nullable Long team) {
    return new Notice(
        kind,
        Shifts.subject(what.id()),
        Case.subject(what.caseId()),
        words,
        what.acceptBy(),
        person,
        team);
  }

  @Override
  public String sourceKind() {
    return "shift_handover";
  }

  @Override
  public Set<Long> stillTrue(Notice.Kind kind, Collection<Long> sources) {
    return sources.stream().filter(rows::isUnaccepted).collect(Collectors.toSet());
  }
}
