package amends.look;

import amends.app.web.ErrorView;
import amends.cases.web.NextRead;
import amends.cases.web.QueueView.View;
import amends.shared.page.Form;
import amends.shared.page.Page;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every page with a made-up company, in target/preview. To look at them: {@code jwebserver -d
 * $PWD/target/preview}.
 */
final class Preview {
  static final Path PREVIEW = Path.of("target/preview");
  private static final Map<String, String> PAGES = new LinkedHashMap<>();
  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  private Preview() {}

  /** Draws every page into target/preview and tells them by name. */
  static Map<String, String> draw() throws IOException {
    PAGES.clear();
    desk();
    acts();
    house();
    Files.createDirectories(PREVIEW.resolve("assets"));
    try (Stream<Path> assets = Files.list(Path.of("src/main/resources/assets"))) {
      for (Path asset : assets.toList()) {
        Files.write(
            PREVIEW.resolve("assets").resolve(asset.getFileName()), Files.readAllBytes(asset));
      }
    }
    for (Map.Entry<String, String> page : PAGES.entrySet()) {
      Files.writeString(PREVIEW.resolve(page.getKey() + ".html"), page.getValue());
    }
    return PAGES;
  }

  private static void desk() {
    draw("queue", "cases/queue.jte", Fernhill.queue());
    draw(
        "queue-empty",
        "cases/queue.jte",
        Fernhill.queue(Fernhill.page(), View.BROKEN, "", List.of()));
    draw(
        "queue-nothing-found",
        "cases/queue.jte",
        Fernhill.queue(Fernhill.page(), View.TEAM, "jug", List.of()));
    draw("case", "cases/case.jte", FernhillCase.open(Fernhill.page(), FernhillCase.reply()));
    draw(
        "case-refused",
        "cases/case.jte",
        FernhillCase.open(Fernhill.page(), FernhillCase.refused()));
    draw(
        "case-note",
        "cases/case.jte",
        FernhillCase.open(Fernhill.page(), FernhillCase.blank("note")));
    draw(
        "case-statement",
        "cases/case.jte",
        FernhillCase.open(Fernhill.page(), FernhillCase.blank("statement")));
    draw(
        "case-call",
        "cases/case.jte",
        FernhillCase.open(Fernhill.page(), FernhillCase.blank("call")));
    Page sent =
        Fernhill.page(
            new Page.Flash(
                "Settled. The follow-up is promised for Wednesday 13 May, 09:30.", false),
            true);
    draw("case-settled", "cases/case.jte", FernhillCase.settled(sent));
    draw("new", "cases/new.jte", Fernhill.newCase());
    draw(
        "next-read",
        "cases/nextread.jte",
        new NextRead(Fernhill.T, "Ruth", null, "", null, true, "", "", null, null));
  }

  private static void acts() {
    Form wrong =
        Form.of(Map.of("outcome", "refused")).refused("done", "Write in a sentence what was done.");
    draw("settlement", "cases/settlement.jte", Fernhill.act(wrong, "", Fernhill.channels()));
    draw("owner", "cases/owner.jte", Fernhill.act(Form.blank(), "", Fernhill.owners()));
    draw(
        "follow-up",
        "cases/followup.jte",
        Fernhill.act(
            Form.of(Map.of("result", "no_answer")),
            "Promised for today 16:00. Tried once, on Monday at 10:12.",
            Fernhill.channels()));
    draw("closure", "cases/closure.jte", Fernhill.act(Form.blank(), "", List.of()));
    draw("reopening", "cases/reopening.jte", Fernhill.act(Form.blank(), "", List.of()));
  }

  private static void house() {
    draw("sign-in", "staff/signin.jte", FernhillHouse.signIn());
    draw("first-start", "staff/start.jte", FernhillHouse.firstStart(true));
    draw("first-start-used", "staff/start.jte", FernhillHouse.firstStart(false));
    draw("first-start-invited", "staff/start.jte", FernhillHouse.invited());
    draw("person", "staff/person.jte", FernhillHouse.person());
    draw("people", "staff/people.jte", FernhillHouse.people());
    draw("profile", "staff/profile.jte", FernhillHouse.profile());
    draw("quarantine", "messages/held.jte", FernhillHouse.held(false, FernhillHouse.quarantined()));
    draw("tray-empty", "messages/held.jte", FernhillHouse.held(true, List.of()));
    draw("held-item", "messages/item.jte", FernhillHouse.item());
    draw("health", "app/health.jte", FernhillHouse.health(Fernhill.page(), true));
    draw(
        "health-ill",
        "app/health.jte",
        FernhillHouse.health(
            Fernhill.page(
                new Page.Flash("That did not work: the door is still closed.", true), true),
            false));
    draw("catcher", "app/catcher.jte", FernhillHouse.catcher(false));
    draw("catcher-mail", "app/catcher.jte", FernhillHouse.catcher(true));
    for (int status : List.of(400, 403, 404, 409, 500, 503)) {
      draw(
          "error-" + status,
          "app/error.jte",
          new ErrorView(Fernhill.stranger(), status, "7f3a-91c2"));
    }
  }

  private static void draw(String name, String template, Object view) {
    StringOutput out = new StringOutput();
    ENGINE.render(template, view, out);
    PAGES.put(name, out.toString());
  }
}
