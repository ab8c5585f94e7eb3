package amends.app.web;

import amends.shared.WorkLine;
import amends.shared.WorkRows;
import amends.shared.page.Clock;
import amends.shared.page.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The work rows of all rooms, as the health page shows them. */
@Component
final class WorkThatWaits {
  private static final int MOST = 20;
  private static final List<String> ORDER =
      List.of("inbound", "alarm", "delivery", "notice_mail", "job");

  private final List<WorkLine> lines;

  WorkThatWaits(List<WorkLine> lines) {
    this.lines =
        Stream.concat(
                ORDER.stream()
                    .flatMap(name -> lines.stream().filter(line -> line.name().equals(name))),
                lines.stream().filter(line -> !ORDER.contains(line.name())))
            .toList();
  }

  List<HealthView.Queue> queues(Page page) {
    return lines.stream().map(line -> queue(page, line)).toList();
  }

  private static HealthView.Queue queue(Page page, WorkLine line) {
    WorkRows.Depth depth = line.rows().depth();
    return new HealthView.Queue(
        line.name(),
        depth.ready() - depth.leased(),
        depth.leased(),
        depth.troubled(),
        age(page, depth.oldest()));
  }

  private static String age(Page page, @Nullable Instant oldest) {
    if (oldest == null) {
      return "";
    }
    Duration age = Duration.between(oldest, page.now());
    return age.toMinutes() < 1
        ? page.t().say("app.health.seconds", Math.max(0, age.toSeconds()))
        : Clock.span(page.t(), age);
  }

  List<HealthView.Poison> poison(Page page) {
    return lines.stream()
        .flatMap(line -> line.rows().stuck(MOST).stream().map(row -> poison(page, line, row)))
        .toList();
  }

  private static HealthView.Poison poison(Page page, WorkLine line, WorkRows.Stuck row) {
    return new HealthView.Poison(
        page.t().say("app.health.row." + line.name(), String.valueOf(row.id())),
        row.attempts(),
        row.trouble(),
        page.t().say("app.health.again", page.t().at(row.readyAt(), page.now())));
  }
}
