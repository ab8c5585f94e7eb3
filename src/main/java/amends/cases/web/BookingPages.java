package amends.cases.web;

import amends.cases.BookingDesk;
import amends.promises.ArrivalCsv;
import amends.promises.BookingList;
import amends.shared.Refusal;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Staff;
import amends.staff.Team;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was agreed elsewhere: the list of it, and where lists and calendars are handed in. */
@Controller
final class BookingPages {
  private static final int MOST = 200;

  private final BookingDesk desk;
  private final Staff staff;
  private final Permits permits;
  private final BookingRows rows;
  private final Acting acting;

  BookingPages(BookingDesk desk, Staff staff, Permits permits, BookingRows rows, Acting acting) {
    this.desk = desk;
    this.staff = staff;
    this.permits = permits;
    this.rows = rows;
    this.acting = acting;
  }

  @GetMapping("/bookings")
  ModelAndView show(Ask ask) {
    return page(ask, Form.blank(), null);
  }

  @PostMapping("/bookings")
  ModelAndView enter(
      Ask ask,
      @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files) {
    permits.require(ask.viewer(), Permission.OPEN_CASE);
    try {
      byte[] file = bytes(ask, files);
      BookingView.Taken taken =
          ArrivalCsv.isOne(file)
              ? rows.come(ask, desk.arrived(file, ask.viewer()))
              : rows.taken(ask, desk.enter(file, usual(ask), ask.viewer()));
      return page(ask, Form.of(Map.of("team", ask.field("team"))), taken);
    } catch (Refusal refusal) {
      ModelAndView again = page(ask, Typed.refused(ask, refusal), null);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
  }

  private static byte[] bytes(Ask ask, @Nullable List<MultipartFile> files) {
    try {
      byte[] chosen = files == null || files.isEmpty() ? new byte[0] : files.getFirst().getBytes();
      byte[] all = chosen.length == 0 ? ask.field("list").getBytes(StandardCharsets.UTF_8) : chosen;
      if (new String(all, StandardCharsets.UTF_8).isBlank()) {
        throw new Refusal("list", "cases.booking.refuse.nothing");
      }
      return all;
    } catch (IOException e) {
      throw new Refusal("file", "cases.booking.refuse.nothing");
    }
  }

  private BookingList.Usual usual(Ask ask) {
    Team team =
        staff.teams().stream()
            .filter(t -> String.valueOf(t.id()).equals(ask.field("team")))
            .findFirst()
            .orElseThrow(() -> new Refusal("team", "cases.booking.refuse.team"));
    Long own = team.brandId();
    long brand =
        own != null
            ? own
            : staff
                .defaultBrand()
                .orElseThrow(() -> new Refusal("team", "cases.refusal.no-team"))
                .id();
    return new BookingList.Usual(brand, team.id());
  }

  private ModelAndView page(Ask ask, Form form, BookingView.@Nullable Taken taken) {
    List<BookingDesk.Line> lines =
        desk.lines(new BookingDesk.Asked(null, null, true, 0, true, MOST), ask.viewer());
    List<Choice> teams =
        permits.may(ask.viewer(), Permission.OPEN_CASE)
            ? staff.teams().stream().map(t -> Choice.of(String.valueOf(t.id()), t.name())).toList()
            : List.of();
    return new ModelAndView(
        "cases/bookings",
        "v",
        new BookingView(
            ask.page(),
            form,
            lines.stream().map(line -> rows.row(ask, line)).toList(),
            teams,
            taken));
  }

  @GetMapping("/bookings/{id}")
  ModelAndView one(Ask ask) {
    return one(ask, Form.blank());
  }

  private ModelAndView one(Ask ask, Form form) {
    BookingDesk.Line line = desk.see(ask.id(), ask.viewer());
    return new ModelAndView(
        "cases/booking",
        "v",
        rows.one(
            ask,
            acting.withToken(form),
            line,
            desk.missed(line, ask.viewer()),
            desk.mayWork(line.booking(), ask.viewer())));
  }

  @PostMapping("/bookings/{id}/done")
  ModelAndView done(Ask ask, RedirectAttributes next) {
    return acting.act(
        ask,
        next,
        () -> {
          desk.done(ask.id(), ask.field("shown"), ask.viewer());
          return "cases.booking.done";
        },
        Acting.way("/bookings/" + ask.id(), form -> one(ask, form)));
  }

  /** What it waits for has come. */
  @PostMapping("/bookings/{id}/begin")
  ModelAndView begin(Ask ask, RedirectAttributes next) {
    return acting.act(
        ask,
        next,
        () -> {
          Instant at = Typed.moment(ask, "at");
          desk.begin(ask.id(), at == null ? ask.page().now() : at, ask.viewer());
          return "cases.condition.done.met";
        },
        Acting.way("/bookings/" + ask.id(), form -> one(ask, form)));
  }
}
