package amends.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A complaint, from the e-mail until it was made right, as a person in a browser lives it. */
class BrowserStoryTest extends InFernhouse {
  private static final String PRIYA = "priya.nair@fernhill.example";
  private static final String SORRY =
      "Dear Nora, I am sorry: the jug should have come whole, and I understand how annoying it is.";

  private record Seat(BrowserContext window, Watch watch, Desk desk) implements AutoCloseable {
    static Seat at(int width, int height, ColorScheme scheme) {
      BrowserContext window = chromium.window(house.address(), width, height, scheme);
      Watch watch = new Watch(window, house.address());
      return new Seat(window, watch, new Desk(window.newPage()));
    }

    void look() {
      watch.look(desk.page);
    }

    @Override
    public void close() {
      window.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, LIGHT, Nora Quist", "390, 844, DARK, Nora Penhale"})
  void oneComplaintUntilItWasMadeRight(int width, int height, ColorScheme scheme, String name)
      throws IOException {
    String address = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
    try (Seat seat = Seat.at(width, height, scheme)) {
      Desk desk = seat.desk();
      desk.page.navigate("/sign-in");
      seat.look();
      desk.signIn(PRIYA, "priya-at-fernhill");
      arrives(seat, name, address);
      isAnswered(seat, name, address);
      isMadeRight(seat);
      assertThat(seat.watch().faults()).isEmpty();
    }
  }

  private static void arrives(Seat seat, String name, String address) throws IOException {
    Desk desk = seat.desk();
    String said =
        house.mail(
            name + " <" + address + ">",
            "My green jug came in two pieces",
            "text/plain",
            "Hello, the green jug came in two pieces. I am very disappointed. Order F-1.");
    assertThat(said).startsWith("250");
    desk.page.navigate("/cases?view=unowned");
    assertThat(desk.reloadUntilThere(desk.row(name))).as("milliseconds").isLessThan(10_000);
    for (Locator group : desk.page.locator(".queue-list").all()) {
      assertThat(desk.moments(group)).isSorted();
    }
    seat.look();
    desk.row(name).click();
    assertThat(desk.letter("came in two pieces")).isVisible();
    seat.look();
  }

  private static void isAnswered(Seat seat, String name, String address) {
    Desk desk = seat.desk();
    desk.compose("statement");
    seat.look();
    desk.page.locator("[name=teller]").selectOption("colleague");
    desk.type("who", "Joss from the packing room");
    desk.type("text", "It left whole; I packed it in straw myself.");
    desk.send();
    assertThat(desk.letter("packed it in straw")).containsText("Joss from the packing room");

    desk.compose("reply");
    desk.type("text", SORRY);
    desk.type("by", "tomorrow 10:00");
    desk.send();
    assertThat(desk.page.locator("form.composer .error")).containsText("Say what happens next");
    assertThat(desk.page.locator("[name=text]")).hasValue(SORRY);
    assertThat(desk.page.locator("[name=by]")).hasValue("tomorrow 10:00");
    seat.look();
    desk.type("next", "A new jug leaves our house");
    assertThat(desk.page.locator("#next-read")).containsText("Becomes your promise to " + name);
    desk.send();
    assertThat(desk.letter(SORRY)).containsText("What happens next: A new jug leaves our house");
    assertThat(
            desk.page
                .locator(".side .promise p:first-child")
                .getByText("A new jug leaves our house"))
        .isVisible();
    String matter = desk.page.url();

    desk.openCaught(address, "We have your message");
    assertThat(desk.page.locator(".catcher-mail")).containsText("What happens next:");
    desk.openCaught(address, "My green jug");
    assertThat(desk.page.locator(".catcher-mail .letter-text"))
        .containsText("What happens next: A new jug leaves our house");
    seat.look();
    desk.page.navigate(matter);
  }

  private static void isMadeRight(Seat seat) {
    Desk desk = seat.desk();
    Page page = desk.page;
    desk.compose("call");
    seat.look();
    desk.type("text", "The new jug is on the table. Nothing is missing.");
    page.locator("[name=nothing_more]").check();
    desk.send();
    assertThat(page.locator("#composer")).containsText("Say that this call settled it");
    page.locator("[name=settled]").selectOption(new SelectOption().setIndex(1));
    desk.send();
    assertThat(desk.timeline()).containsText("The new jug is on the table.");

    desk.act("Settle");
    seat.look();
    desk.choose("outcome", "made_right");
    desk.type("done", "A new jug was sent by courier.");
    desk.type("follow_up", "tomorrow 10:00");
    desk.send();
    assertThat(desk.timeline()).containsText("Settled: Made right");
    assertThat(page.locator(".side .promise p:first-child").getByText("whether it is right"))
        .isVisible();

    desk.act("Record a follow-up");
    seat.look();
    desk.choose("result", "right");
    desk.type("words", "It is perfect, thank you.");
    desk.send();
    assertThat(desk.timeline()).containsText("It is perfect, thank you.");
    assertThat(desk.timeline()).containsText("Closed.");
    seat.look();

    page.navigate("/system");
    assertThat(page.locator(".verdict")).isVisible();
    assertThat(page.locator(".check[data-found]")).hasCount(0);
  }

  /** Each of these would say so aloud, ask another host for something or open a window. */
  @Test
  void nothingOfAHostileMailRuns() throws IOException {
    String html =
        """
        <html><head><meta http-equiv="refresh" content="0;url=https://hostile.example/away">
        <style>@import url('https://hostile.example/a.css');
        body { background: url(https://hostile.example/b.png) }</style>
        <base href="https://hostile.example/"><link rel="stylesheet" href="//hostile.example/c.css">
        </head><body onload="console.log('ran')">
        <p>The kettle hums and hums.</p>
        <script>console.log('ran'); alert('ran')</script>
        <img src="x" onerror="alert('ran')"><img src="https://hostile.example/d.png">
        <svg onload="alert('ran')"><script>alert('ran')</script></svg>
        <a href="javascript:alert('ran')">Track the parcel</a>
        <iframe srcdoc="<script>alert('ran')</script>"></iframe>
        <form action="https://hostile.example/e"><input name="q" autofocus onfocus="alert('ran')"></form>
        <div style="background-image:url('https://hostile.example/f.png')">hum</div>
        <video poster="https://hostile.example/g.png"><source onerror="alert('ran')"></video>
        <math><mtext><img src=x onerror="alert('ran')"></mtext></math>
        </body></html>
        """;
    String subject = "<img src=x onerror=alert(1)> The kettle hums";
    String from = "\"<script>alert(2)</script>\" <mallory@example.org>";
    assertThat(house.mail(from, subject, "text/html", html)).startsWith("250");
    try (Seat seat = Seat.at(1440, 900, ColorScheme.LIGHT)) {
      Desk desk = seat.desk();
      desk.signIn(PRIYA, "priya-at-fernhill");
      desk.page.navigate("/cases?view=unowned");
      desk.reloadUntilThere(desk.row("The kettle hums"));
      desk.openCase("The kettle hums");
      seat.look();
      desk.page.locator("details.fold summary").getByText("As it was sent").click();
      FrameLocator frame = desk.page.frameLocator("iframe.frame");
      assertThat(frame.getByText("The kettle hums and hums.")).isVisible();
      assertThat(frame.locator("script, svg, iframe, form, link, meta[http-equiv], [onerror]"))
          .hasCount(0);
      frame.getByText("Track the parcel").click();
      assertThat(frame.getByText("The kettle hums and hums.")).isVisible();
      assertThat(seat.watch().faults()).isEmpty();
    }
  }
}
