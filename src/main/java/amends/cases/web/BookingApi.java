package amends.cases.web;

import amends.cases.Arrivals;
import amends.cases.BookingDesk;
import amends.cases.web.BookingAsks.ArrivalJson;
import amends.cases.web.BookingAsks.BegunJson;
import amends.cases.web.BookingAsks.BookingFilter;
import amends.cases.web.BookingAsks.BookingsSent;
import amends.cases.web.BookingAsks.DoneJson;
import amends.cases.web.BookingJson.ArrivedJson;
import amends.cases.web.BookingJson.BookingsTakenJson;
import amends.shared.api.ApiCall;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Asked;
import amends.shared.api.Items;
import amends.shared.api.Operation;
import amends.shared.api.Place;
import amends.shared.api.Posts;
import amends.shared.api.Reply;
import amends.shared.api.Sent;
import amends.staff.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@ApiRoutes(
    title = "Bookings",
    about =
        "Visits, deliveries and the like that were agreed elsewhere: promises that need no case. Your"
            + " systems tell of them by their own numbers, again and again: telling the same once"
            + " more changes nothing.")
final class BookingApi {
  private final BookingDesk desk;
  private final BookingWrites writes;
  private final Posts posts;
  private final Arrivals arrivals;

  BookingApi(BookingDesk desk, BookingWrites writes, Posts posts, Arrivals arrivals) {
    this.arrivals = arrivals;
    this.desk = desk;
    this.writes = writes;
    this.posts = posts;
  }

  @Operation(
      name = "list_bookings",
      does = "List bookings",
      more = "In the order in which they were entered, as far as the token reaches.",
      scope = "promises:read")
  @GetMapping("/api/v1/bookings")
  Items<BookingJson> bookings(Asked<BookingFilter> asked, Viewer by) {
    BookingFilter f = asked.filters();
    return asked.page(
        desk.lines(
            new BookingDesk.Asked(
                f.externalId(),
                f.customerId(),
                Boolean.TRUE.equals(f.open()),
                asked.afterId(),
                false,
                asked.most()),
            by),
        line -> Place.of(line.booking().id()),
        BookingJson::of);
  }

  @Operation(name = "read_booking", does = "Read a booking", scope = "promises:read")
  @GetMapping("/api/v1/bookings/{id}")
  BookingJson read(@PathVariable long id, Viewer by) {
    return BookingJson.of(desk.see(id, by));
  }

  @Operation(
      name = "upsert_bookings",
      does = "Enter or change bookings",
      more =
          "Up to 200 in a list. Each entry gets a result of its own: created, updated, unchanged, or"
              + " refused with a reason; a refused entry does not keep the others from being taken."
              + " When a number stands in one list twice, the last one counts.",
      scope = "promises:write")
  @PostMapping("/api/v1/bookings")
  Reply<BookingsTakenJson> enter(ApiCall call, Sent<BookingsSent> sent, Viewer by) {
    return posts.once(call, () -> Reply.Done.ok(writes.enter(sent.body().items(), by)));
  }

  @Operation(
      name = "finish_booking",
      does = "Say that a booking was done",
      more = "This keeps its promise; late is late.",
      scope = "promises:write")
  @PostMapping("/api/v1/bookings/{id}/done")
  Reply<BookingJson> done(@PathVariable long id, ApiCall call, Sent<DoneJson> sent, Viewer by) {
    return posts.once(
        call,
        () -> {
          desk.done(id, sent.body().shownBy(), by);
          return Reply.Done.ok(BookingJson.of(desk.see(id, by)));
        });
  }

  @Operation(
      name = "begin_booking",
      does = "Say that what a booking waits for has come",
      more = "Its clock starts. Answers with the booking and the promise that it became.",
      scope = "promises:write")
  @PostMapping("/api/v1/bookings/{id}/begin")
  Reply<BookingJson> begin(@PathVariable long id, ApiCall call, Sent<BegunJson> sent, Viewer by) {
    return posts.once(
        call,
        () -> {
          desk.begin(id, sent.body().at(), by);
          return Reply.Done.ok(BookingJson.of(desk.see(id, by)));
        });
  }

  @Operation(
      name = "report_arrival",
      does = "Say that an order has arrived",
      more =
          "Every promise that waits for it begins, in cases and of customers without one, as far as"
              + " the token reaches. Nothing that waits is no mistake.",
      scope = "promises:write")
  @PostMapping("/api/v1/arrivals")
  Reply<ArrivedJson> arrived(ApiCall call, Sent<ArrivalJson> sent, Viewer by) {
    return posts.once(
        call,
        () ->
            Reply.Done.ok(
                new ArrivedJson(
                    arrivals.arrived(sent.body().order().strip(), sent.body().at(), by))));
  }
}
