package amends.remedies.web;

import amends.remedies.fulfilment.BackOffice;
import amends.remedies.fulfilment.BackOffice.Task;
import amends.shared.ContentLine;
import amends.shared.Csv;
import amends.shared.Money;
import amends.shared.Texts.Voice;
import amends.shared.page.Clock;
import amends.shared.page.Page;
import amends.staff.Viewer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What people have to do, on a page, in a file, in a calendar. */
@Controller
final class PayTaskPages {
  private static final int ON_A_PAGE = 100;
  private static final Duration LEAD = Duration.ofDays(1);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final BackOffice office;
  private final PayWords words;

  PayTaskPages(BackOffice office, PayWords words) {
    this.office = office;
    this.words = words;
  }

  @GetMapping("/payments")
  ModelAndView list(Page page, Viewer viewer, @RequestParam(defaultValue = "") String after) {
    BackOffice.Part part = office.waiting(viewer, TaskPlaces.read(after), ON_A_PAGE);
    List<Task> tasks = part.tasks();
    Map<Long, String> names = names(tasks);
    List<PayView.Line> lines = tasks.stream().map(task -> line(page, task, names)).toList();
    return new ModelAndView(
        "remedies/paytasks", "v", new PayView.Tasks(page, lines, more(part.next())));
  }

  private static @Nullable String more(BackOffice.@Nullable Place next) {
    return next == null ? null : "/payments?after=" + TaskPlaces.write(next);
  }

  private Map<Long, String> names(List<Task> tasks) {
    return words.customers(tasks.stream().map(Task::customerId).distinct().toList());
  }

  private static String customer(Task task, Map<Long, String> names) {
    return names.getOrDefault(task.customerId(), "–");
  }

  private PayView.Line line(Page page, Task task, Map<Long, String> names) {
    Voice t = page.t();
    Instant promised = task.promisedAt();
    return new PayView.Line(
        t.say("remedies.pay.what." + task.what()),
        t.say(
            "remedies.pay.task.line",
            PayWords.title(t, task.money(), task.remedy()),
            customer(task, names)),
        details(page, task),
        promised == null ? null : Clock.running(t, promised, page.now(), LEAD),
        "/payments/grants/" + task.grantId());
  }

  private List<String> details(Page page, Task task) {
    Voice t = page.t();
    List<String> details = new ArrayList<>();
    Long unit = task.unitId();
    if (unit != null) {
      details.add(words.unit(t, unit));
    } else if (task.what().equals("shipment")) {
      details.add(t.say("remedies.pay.task.no-unit"));
    }
    if (task.what().equals("money") && !PayWords.theirs(task.reference()).isEmpty()) {
      details.add(t.say("remedies.pay.task.reference", task.reference()));
    }
    details.add(t.say("remedies.pay.task.since", t.at(task.since(), page.now())));
    return details;
  }

  @GetMapping("/payments/tasks.csv")
  ResponseEntity<String> csv(Page page, Viewer viewer) {
    String head =
        Csv.line(
            "grant",
            "case",
            "what",
            "remedy",
            "amount",
            "currency",
            "customer",
            "reference",
            "unit",
            "since",
            "promised");
    List<Task> tasks = office.all(viewer);
    Map<Long, String> names = names(tasks);
    String rows =
        tasks.stream().map(task -> row(task, customer(task, names))).collect(Collectors.joining());
    return file(
        "to-be-done.csv", new MediaType("text", "csv", StandardCharsets.UTF_8), head + rows);
  }

  private static String row(Task task, String customer) {
    Money money = task.money();
    Instant promised = task.promisedAt();
    return Csv.line(
        String.valueOf(task.grantId()),
        task.matter() == null ? "" : String.valueOf(task.matter().about().id()),
        task.what(),
        task.remedy(),
        money == null ? "" : BigDecimal.valueOf(money.minor(), money.exponent()).toPlainString(),
        money == null ? "" : money.currency(),
        customer,
        task.reference(),
        task.unitId() == null ? "" : String.valueOf(task.unitId()),
        task.since().toString(),
        promised == null ? "" : promised.toString());
  }

  /** What was promised for a moment; calendars lie on phones, so nobody's name is in it. */
  @GetMapping("/payments/tasks.ics")
  ResponseEntity<String> ics(Page page, Viewer viewer) {
    Voice t = page.t();
    List<String> lines = new ArrayList<>();
    lines.addAll(List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Amends//Payments//EN"));
    lines.add("X-WR-CALNAME:" + ContentLine.escaped(t.say("remedies.pay.ics.name")));
    for (Task task : office.all(viewer)) {
      Instant promised = task.promisedAt();
      if (promised != null) {
        lines.add("BEGIN:VEVENT");
        lines.add("UID:grant-" + task.grantId() + "-" + task.attemptId() + "@amends");
        lines.add("DTSTAMP:" + STAMP.format(page.now()));
        lines.add("DTSTART:" + STAMP.format(promised));
        lines.add(
            "SUMMARY:"
                + ContentLine.escaped(
                    t.say(
                        "remedies.pay.ics.line",
                        t.say("remedies.pay.what." + task.what()),
                        String.valueOf(task.grantId()))));
        lines.add("END:VEVENT");
      }
    }
    lines.add("END:VCALENDAR");
    return file(
        "to-be-done.ics",
        new MediaType("text", "calendar", StandardCharsets.UTF_8),
        String.join("\r\n", lines) + "\r\n");
  }

  private static ResponseEntity<String> file(String name, MediaType type, String body) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(body);
  }
}
