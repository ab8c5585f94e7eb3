package amends.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts one of everything into the house by its own forms, so that each page has something in it.
 */
final class FullHouse {
  private final Page page;
  private final String home;
  private final List<String> found = new ArrayList<>();

  FullHouse(Page page, String home) {
    this.page = page;
    this.home = home;
  }

  /** Pages that only a form leads to. */
  List<String> found() {
    return found;
  }

  void furnish() {
    ways();
    desk();
    cases();
    people();
    print();
    many();
    found.addAll(List.of("/report/fernhill", "/handovers", "/views/new?words=glass", "/views/1"));
  }

  private void ways() {
    send(
        "/mailboxes",
        "name=Help desk",
        "address=desk@fernhill.example",
        "host=imap.fernhill.example",
        "port=993",
        "login=desk",
        "password=words",
        "folder=INBOX");
    send(
        "/mail-accounts",
        "kind=google.delegated",
        "name=Help",
        "login=help@fernhill.example",
        "client_id=4711.apps.example",
        "secret=words");
    send("/hooks", "name=Shop", "url=https://shop.example/amends", "kinds=case.*");
    send("/hooks/in", "label=Warehouse", "name=warehouse");
    send(
        "/connections",
        "kind=twilio",
        "name=Texts",
        "account=ACfernhill0001",
        "sender=+447700900001",
        "secret=words",
        "per_minute=60");
    send(
        "/connections",
        "kind=mastodon",
        "name=Our page",
        "url=https://social.example",
        "account=@fernhill",
        "secret=words",
        "per_minute=60");
    send("/connections", "/connections/avoided", "channel=sms", "words=No texts leave.", "hours=6");
    send(
        "/payments/connections",
        "kind=http",
        "name=Paying",
        "url=https://pay.example/do",
        "secret=words that nobody guesses");
    send("/tokens", "name=Shop", "scopes=cases:read", "days=30");
  }

  private void desk() {
    send("/fields/new", "/fields", "name=Exchanged for", "kind=unit");
    send("/fields/new", "/fields", "name=Depot", "kind=choice", "choices=North\nSouth");
    send("/routing/new", "/routing", "name=Kilns", "words=kiln", "minutes=60", "again=yes");
    send("/views/new", "/views", "name=Glass", "words=glass");
    send("/macros/new", "/macros", "name=Sorry", "words_en=We are sorry.", "tags=sorry");
    send(
        "/bookings",
        "team=1",
        "list=external_id,customer,words,due_at\nV-1,ruth.adeyemi@post.example,The fitter comes,2031-05-02 14:00");
    send("/disruptions", "reason=Ice on the roads", "team=1", "from=in 1 hour", "until=in 6 days");
    send(
        "/guarantees",
        "title=A day",
        "words=A person answers you within a day.",
        "scope=Everybody who writes to us.",
        "if_not=We ring you, and the next delivery is free.");
    found.add("/our-promises/fernhill");
    send("/absences", "person=1", "from=in 1 hour", "until=in 6 days", "kind=sudden");
  }

  private void cases() {
    List<String> all = open();
    String first = all.get(0);
    send(first + "/about", "tags=glass, urgent");
    send(first + "?compose=note", first + "/notes", "text=@Ada Birch please look.");
    send(
        first + "/conditions",
        "waits_for=the new glaze has arrived",
        "words=We fire it anew",
        "amount=5",
        "unit=working_days",
        "by=in 3 days",
        "text=We have ordered the glaze.");
    send(first + "/intention", "words=Ask the kiln", "by=in 2 days");
    send(
        first + "/undertakings/new",
        "supplier=Kiln & Co",
        "words=They fire it again",
        "by=in 3 days");
    send(all.get(1) + "/merge", "survivor=" + first.replace("/cases/", ""), "same_person=yes");
    send(
        all.get(2) + "/people?add=restricted",
        all.get(2) + "/restriction",
        "named-1=yes",
        "named-2=yes",
        "by=in 3 days");
    send(all.get(2) + "/people", all.get(2) + "/wordings", "text=We are looking into it.");
    send(
        first,
        first + "/replies",
        "text=Dear, we are sorry. We look into it with the kiln.",
        "way=letter",
        "next=We write again",
        "by=in 2 days");
    APIResponse round =
        send(
            "/rounds/new?pick=" + all.get(3).replace("/cases/", ""),
            "/rounds",
            "text=We are sorry for the wait.",
            "next=We write again",
            "by=in 2 days");
    found.add(path(round));
    found.add("/rounds/new?pick=" + all.get(3).replace("/cases/", ""));
    found.add(first + "/calls/words");
    found.add(first + "/closure");
    found.add(first + "/harm/denial");
    List.of("note", "statement", "call").forEach(mode -> found.add(first + "?compose=" + mode));
    List.of("restricted", "agreement", "conduct", "representative")
        .forEach(kind -> found.add(all.get(4) + "/people?add=" + kind));
    rules(first);
    found.add(all.get(2));
    found.add(all.get(2) + "/people");
    found.add(all.get(2) + "/customer");
  }

  private void many() {
    String here =
        path(send("/broadcasts/new", "/broadcasts", "subject=Your heater", "body=Switch it off."));
    send(here, here + "/list", "audience=everyone");
    found.addAll(List.of(here, here + "/words", here + "/people"));
    page.navigate("/posts/new");
    String account = page.locator("[name=account] option").first().getAttribute("value");
    String post =
        path(
            send(
                "/posts/new",
                "/posts",
                "account=" + account,
                "listed=yes",
                "about=",
                "body=Our workshop is closed on Friday."));
    found.addAll(List.of(post, post + "/words"));
  }

  /** A rhythm that runs, and a formal complaint. */
  private void rules(String matter) {
    page.navigate(matter + "/cadence");
    page.locator("[name=cadence]").last().check();
    page.locator(".paper-foot button").click();
    found.add(page.locator("a[href*='/cadence/'][href$='/end']").first().getAttribute("href"));
    send(matter + "/complaint", "regimes=iso-10002", "eligible=A consumer");
    found.add(matter + "/complaint");
    found.add(matter + "/complaint/letters/final-response");
  }

  /** Once the time for taking it back is over. */
  private void print() {
    page.navigate("/outbound");
    for (int tries = 0; page.locator("form[action='/outbound/runs']").count() == 0; tries++) {
      assertThat(tries).as("a letter to print").isLessThan(120);
      page.waitForTimeout(250);
      page.reload();
    }
    send("/outbound", "/outbound/runs");
  }

  private void people() {
    page.navigate("/people");
    page.locator("form[action='/people'] [name=name]").fill("Nell Ray");
    page.locator("form[action='/people'] [name=email]").fill("nell.ray@fernhill.example");
    page.locator("form[action='/people'] button").click();
    found.add(page.locator(".link-code").innerText().replaceFirst("https?://[^/]+", ""));
    send("/customers/1/data", "/customers/1/data/export");
    send(
        "/report",
        "words=The blue jug has no handle.",
        "name=Wanda Brook",
        "email=wanda@brook.example");
  }

  private List<String> open() {
    List<String> cases = new ArrayList<>();
    page.navigate("/cases?view=all");
    page.locator("a.row[href^='/cases/']")
        .all()
        .forEach(row -> cases.add(row.getAttribute("href").replaceFirst("[?#].*", "")));
    assertThat(cases).hasSizeGreaterThan(4);
    return cases;
  }

  private static String path(APIResponse answer) {
    return answer.headers().getOrDefault("location", "").replaceFirst("https?://[^/]+", "");
  }

  private APIResponse send(String form, String... fields) {
    boolean named = fields.length > 0 && fields[0].startsWith("/") && !fields[0].contains("=");
    String action = named ? fields[0] : form.replaceFirst("[?].*", "");
    String there = page.request().get(home + form).text();
    Map<String, String> all =
        Forms.of(there, action)
            .orElseThrow(() -> new AssertionError("no form for " + action + " on " + form));
    for (int i = named ? 1 : 0; i < fields.length; i++) {
      int equals = fields[i].indexOf('=');
      all.put(fields[i].substring(0, equals), fields[i].substring(equals + 1));
    }
    FormData sent = FormData.create();
    all.forEach(sent::set);
    APIResponse answer =
        page.request()
            .post(home + action, RequestOptions.create().setForm(sent).setMaxRedirects(0));
    String words = answer.text().replaceAll("(?s)<[^>]+>", " ").replaceAll("\\s+", " ");
    assertThat(answer.status())
        .as("%s said: %s", action, words.length() > 1500 ? words.substring(0, 1500) : words)
        .isIn(200, 302);
    return answer;
  }
}
