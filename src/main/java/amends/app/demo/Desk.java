package amends.app.demo;

import amends.cases.Cases;
import amends.cases.Queue;
import amends.complaints.Complaints;
import amends.complaints.Letters;
import amends.complaints.Switches;
import amends.messages.Messages;
import amends.shared.Texts;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;

/** What colleagues work with. */
record Desk(
    Cases cases,
    Queue queue,
    Messages messages,
    Permits permits,
    InstantSource clock,
    Formal formal,
    Right right,
    Elsewhere elsewhere) {
  private static final int ALL = 200;

  /** What formal complaints are held with. */
  record Formal(Switches switches, Complaints complaints, Letters letters, Texts texts) {}

  /** The newest open case of the customer of this name, as this colleague sees it. */
  long newestOf(String customer, Viewer viewer) {
    Queue.Look look =
        new Queue.Look(Queue.View.ALL, viewer, permits.visible(viewer), clock.instant());
    return Arrays.stream(Queue.Part.values())
        .flatMap(part -> queue.part(look, part, ALL).stream())
        .filter(row -> row.customer().equals(customer))
        .map(Queue.Row::id)
        .max(Comparator.naturalOrder())
        .orElseThrow(() -> new IllegalStateException(customer + " has no open case"));
  }
}
