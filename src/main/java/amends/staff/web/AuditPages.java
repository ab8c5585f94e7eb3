package amends.staff.web;

import amends.journal.Recorded;
import amends.shared.Csv;
import amends.shared.Texts;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Rest;
import amends.staff.Audit;
import amends.staff.Audit.Area;
import amends.staff.Audit.Question;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who changed what in this house, and when. */
@Controller
final class AuditPages {
  private static final int A_PAGE = 50;
  private static final int A_FILE = 100_000;
  private static final List<String> FILTERS = List.of("area", "person", "from", "until");

  private final Audit audit;
  private final Staff staff;
  private final Permits permits;
  private final Texts texts;

  AuditPages(Audit audit, Staff staff, Permits permits, Texts texts) {
    this.audit = audit;
    this.staff = staff;
    this.permits = permits;
    this.texts = texts;
  }

  @GetMapping("/audit")
  ModelAndView show(Page page, Viewer viewer, @RequestParam Map<String, String> asked) {
    permits.require(viewer, Permission.SEE_AUDIT);
    List<Recorded> found = audit.read(question(viewer, asked), A_PAGE + 1);
    List<Recorded> entries = found.subList(0, Math.min(A_PAGE, found.size()));
    AuditWords words = new AuditWords(page, texts, staff, entries);
    return new ModelAndView(
        "staff/audit",
        "v",
        new AuditView(
            page,
            Form.of(asked),
            choices(page),
            entries.stream().map(words::row).toList(),
            rest(page, asked, found),
            "/audit.csv?" + query(asked)));
  }

  @GetMapping("/audit.csv")
  ResponseEntity<String> file(Page page, Viewer viewer, @RequestParam Map<String, String> asked) {
    permits.require(viewer, Permission.SEE_AUDIT);
    List<Recorded> entries = audit.read(question(viewer, asked), A_FILE);
    AuditWords words = new AuditWords(page, texts, staff, entries);
    String lines =
        entries.stream()
            .map(e ->
                Csv.line(
                    e.at().toString(),
                    words.who(e.actor()),
                    e.kind(),
                    words.whom(e.subject()),
                    words.detail(e.payload())))
            .collect(Collectors.joining());
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
        .body(Csv.line("at", "by", "kind", "of", "detail") + lines);
  }

  private static Question question(Viewer viewer, Map<String, String> asked) {
    List<Area> areas =
        Arrays.stream(Area.values()).filter(a -> a.code().equals(asked.get("area"))).toList();
    Optional<LocalDate> until = date(asked.get("until"));
    return new Question(
        areas,
        number(asked.get("person")),
        date(asked.get("from")).map(d -> start(viewer, d)).orElse(null),
        until.map(d -> start(viewer, d.plusDays(1))).orElse(null),
        number(asked.get("before")));
  }

  private static Instant start(Viewer viewer, LocalDate day) {
    return day.atStartOfDay(viewer.zone()).toInstant();
  }

  private static Optional<LocalDate> date(@Nullable String typed) {
    try {
      return typed == null || typed.isBlank()
          ? Optional.empty()
          : Optional.of(LocalDate.parse(typed.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Long number(@Nullable String typed) {
    return typed != null && typed.matches("[0-9]{1,18}") ? Long.valueOf(typed) : null;
  }

  private AuditView.Choices choices(Page page) {
    Choice everything = Choice.of("", page.t().say("staff.audit.all"));
    Choice anybody = Choice.of("", page.t().say("staff.audit.anybody"));
    return new AuditView.Choices(
        Stream.concat(
                Stream.of(everything),
                Arrays.stream(Area.values())
                    .map(a -> Choice.of(a.code(), page.t().say("staff.audit.area." + a.code()))))
            .toList(),
        Stream.concat(
                Stream.of(anybody),
                staff.people().stream().map(p -> Choice.of(String.valueOf(p.id()), p.name())))
            .toList());
  }

  private static Rest rest(Page page, Map<String, String> asked, List<Recorded> found) {
    boolean more = found.size() > A_PAGE;
    String filters = query(asked);
    return new Rest(
        asked.containsKey("before") ? "/audit?" + filters : null,
        more ? "/audit?%s&before=%d".formatted(filters, found.get(A_PAGE - 1).id()) : null,
        page.t().say("staff.audit.more"));
  }

  private static String query(Map<String, String> asked) {
    return FILTERS.stream()
        .filter(f -> !asked.getOrDefault(f, "").isBlank())
        .map(f -> f + "=" + URLEncoder.encode(asked.get(f), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
