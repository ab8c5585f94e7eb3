package amends.portal.web;

import amends.portal.Reports;
import amends.portal.Seals;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Brand;
import amends.staff.Staff;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The form to report a problem, also within a frame on a shop's own page. */
@Controller
final class ReportPages {
  private static final Set<String> FIELDS =
      Set.of("name", "email", "subject", "order", "words", "files");

  private final Reports reports;
  private final Seals seals;
  private final Acts acts;
  private final Staff staff;
  private final Texts texts;

  ReportPages(Reports reports, Seals seals, Acts acts, Staff staff, Texts texts) {
    this.reports = reports;
    this.seals = seals;
    this.acts = acts;
    this.staff = staff;
    this.texts = texts;
  }

  private record Visit(Page page, Brand brand, Voice t, String at, HttpServletResponse response) {}

  @GetMapping("/report")
  Object show(Page page, HttpServletResponse response) {
    return form(visit(page, null, response), Form.blank());
  }

  @GetMapping("/report/{brand}")
  Object show(Page page, @PathVariable String brand, HttpServletResponse response) {
    return form(visit(page, brand, response), Form.blank());
  }

  @PostMapping("/report")
  Object report(
      Page page,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
      HttpServletRequest request,
      HttpServletResponse response) {
    return taken(visit(page, null, response), typed, files, request);
  }

  @PostMapping("/report/{brand}")
  Object report(
      Page page,
      @PathVariable String brand,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
      HttpServletRequest request,
      HttpServletResponse response) {
    return taken(visit(page, brand, response), typed, files, request);
  }

  /** Looking confirms nothing: mail scanners look too. */
  @GetMapping("/report/confirm/{token}")
  Object confirm(Page page, @PathVariable String token, HttpServletResponse response) {
    boolean known = reports.knows(token);
    return confirmed(page, token, known ? "confirm" : "gone", known, response);
  }

  @PostMapping("/report/confirm/{token}")
  Object confirmed(Page page, @PathVariable String token, HttpServletResponse response) {
    boolean known = reports.confirm(token);
    return confirmed(page, token, known ? "confirmed" : "gone", known, response);
  }

  private ModelAndView confirmed(
      Page page, String token, String state, boolean known, HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    if (!known) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
    }
    Visit visit = visit(page, null, response);
    return view(
        new Visit(page, visit.brand(), visit.t(), "/report/confirm/" + token, response),
        state,
        Form.blank());
  }

  private Object taken(
      Visit visit,
      Map<String, String> typed,
      @Nullable List<MultipartFile> files,
      HttpServletRequest request) {
    if (!typed.getOrDefault("website", "").isEmpty()) {
      // No person sees that field. What filled it in hears what a person would.
      return view(visit, "taken", Form.blank());
    }
    try {
      Reports.Report report = read(visit.brand(), typed, files);
      reports.check(report);
      reports.knock(request.getRemoteAddr(), report.email());
      acts.run(() -> {
        if (seals.use(
            purpose(visit), typed.getOrDefault("seal", ""), new TreeMap<>(typed).toString())) {
          reports.take(report);
        }
      });
      return view(visit, "taken", Form.blank());
    } catch (Refusal refusal) {
      boolean tooMany = refusal.key().equals("portal.refusal.too-many-reports");
      visit
          .response()
          .setStatus(
              (tooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT).value());
      return form(visit, Typed.refused(typed, visit.t(), refusal, FIELDS));
    }
  }

  private static Reports.Report read(
      Brand brand, Map<String, String> typed, @Nullable List<MultipartFile> files) {
    return new Reports.Report(
        brand,
        typed.getOrDefault("name", ""),
        typed.getOrDefault("email", ""),
        typed.getOrDefault("subject", ""),
        typed.getOrDefault("order", ""),
        typed.getOrDefault("words", ""),
        Typed.files(files));
  }

  private Visit visit(Page page, @Nullable String named, HttpServletResponse response) {
    Brand brand =
        (named == null ? staff.defaultBrand() : named(named))
            .orElseThrow(() -> new NotFound(Subject.of("brand", 0)));
    Voice t = texts.voice(brand.locale(), brand.zone());
    return new Visit(
        page, brand, t, named == null ? "/report" : "/report/" + slug(brand), response);
  }

  private Optional<Brand> named(String slug) {
    return staff.brands().stream().filter(b -> slug(b).equals(slug)).findFirst();
  }

  /** A brand's name as it stands in an address: "North & Sons" is {@code north-sons}. */
  static String slug(Brand brand) {
    return brand
        .name()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }

  private ModelAndView form(Visit visit, Form form) {
    return view(visit, "form", form);
  }

  private ModelAndView view(Visit visit, String state, Form form) {
    return new ModelAndView(
        "portal/report",
        "v",
        new ReportView(
            visit.page(),
            visit.t(),
            state,
            visit.brand().name(),
            visit.at(),
            seals.seal(purpose(visit)),
            form));
  }

  private static String purpose(Visit visit) {
    return "report " + visit.brand().id();
  }
}
