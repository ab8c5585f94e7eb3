package amends.cases.web;

import amends.cases.Queue;
import amends.shared.Texts.Voice;
import amends.shared.page.Badge;
import amends.shared.page.Clock;
import amends.shared.page.Face;
import amends.shared.page.Page;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Rows of the queue as a viewer reads them. */
final class QueueRows {
  private final Page page;
  private final Voice t;
  private final Viewer viewer;

  QueueRows(Page page, Viewer viewer) {
    this.page = page;
    this.t = page.t();
    this.viewer = viewer;
  }

  /**
   * @param counts of all in a group, also on later pages; what is not counted is what is shown
   */
  List<QueueView.Group> groups(List<Queue.Row> rows, Map<Queue.Group, Integer> counts) {
    Map<QueueView.When, List<QueueView.Row>> sorted = new EnumMap<>(QueueView.When.class);
    rows.forEach(row -> sorted.computeIfAbsent(when(row), w -> new ArrayList<>()).add(row(row)));
    return sorted.entrySet().stream()
        .map(e ->
            new QueueView.Group(e.getKey(), count(e.getKey(), e.getValue(), counts), e.getValue()))
        .toList();
  }

  private static int count(
      QueueView.When when, List<QueueView.Row> rows, Map<Queue.Group, Integer> counts) {
    return counts.entrySet().stream()
        .filter(e -> e.getKey().name().equals(when.name()))
        .mapToInt(Map.Entry::getValue)
        .findFirst()
        .orElse(rows.size());
  }

  private QueueView.When when(Queue.Row row) {
    Instant due = row.dueAt();
    if (due == null) {
      return QueueView.When.CLOSED;
    }
    if (row.harmAt() != null) {
      return QueueView.When.HARM;
    }
    if (row.brokenAt() != null) {
      return QueueView.When.BROKEN;
    }
    if (row.waiting() != null) {
      return QueueView.When.WAITING;
    }
    if (!due.isAfter(page.now().plus(Duration.ofHours(1)))) {
      return QueueView.When.HOUR;
    }
    LocalDate today = LocalDate.ofInstant(page.now(), t.zone());
    return LocalDate.ofInstant(due, t.zone()).isAfter(today)
        ? QueueView.When.LATER
        : QueueView.When.TODAY;
  }

  QueueView.Row row(Queue.Row row) {
    Clock clock = clock(row);
    return new QueueView.Row(
        row.id(),
        row.customer(),
        row.channel(),
        row.subject(),
        badges(row),
        row.mood(),
        turn(row),
        todo(row),
        clock,
        t.at(clock.due(), page.now()));
  }

  private Clock clock(Queue.Row row) {
    Instant due = row.dueAt();
    Instant soonFrom = row.soonFrom();
    Instant closedAt = row.closedAt();
    if (due == null || soonFrom == null) {
      Instant at = closedAt == null ? page.now() : closedAt;
      return new Clock(Clock.State.KEPT, at, at, t.say("cases.queue.closed", t.at(at, page.now())));
    }
    return Clock.running(t, due, page.now(), Duration.between(soonFrom, due));
  }

  private List<Badge> badges(Queue.Row row) {
    List<Badge> badges = new ArrayList<>();
    if (row.harmAt() != null && row.closedAt() == null) {
      badges.add(new Badge(t.say("cases.badge.harm"), true));
    }
    if (row.needs()) {
      badges.add(new Badge(t.say("cases.badge.needs"), false));
    }
    if (!row.customerKnows()) {
      badges.add(new Badge(t.say("cases.badge.unknown"), false));
    }
    if (row.settledAt() != null && row.closedAt() == null) {
      badges.add(new Badge(t.say("cases.state.settled"), false));
    }
    row.tags().forEach(tag -> badges.add(new Badge("#" + tag, false)));
    return badges;
  }

  private Face turn(Queue.Row row) {
    Long owner = row.ownerId();
    String name = row.owner();
    if (row.waiting() != null) {
      return Face.customer(t.say("cases.turn." + row.waiting()));
    }
    if (owner == null || name == null) {
      return Face.team(row.team());
    }
    return owner == viewer.id() ? Face.you(t.say("cases.you"), name) : Face.colleague(name);
  }

  private String waiting(Queue.Row row, String whom) {
    Instant look = row.dueAt();
    return t.say("cases.waiting." + whom, look == null ? "" : t.at(look, page.now()), row.todo());
  }

  private String todo(Queue.Row row) {
    return row.waiting() == null ? row.todo() : waiting(row, row.waiting());
  }
}
