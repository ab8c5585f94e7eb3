package amends.app.web;

import amends.messages.Callbacks;
import amends.messages.Connection;
import amends.messages.Connections;
import amends.messages.LineState;
import amends.messages.Lines;
import amends.messages.Medium;
import amends.messages.NotSent;
import amends.messages.PublicSentences;
import amends.messages.Readers;
import amends.messages.Troubles;
import amends.shared.Subject;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the connections page together. */
@Component
final class ConnectionsRoster {
  private static final int MOST = 50;

  private final List<Lines> lines;
  private final Connections connections;
  private final Troubles troubles;
  private final Kept kept;
  private final Staff staff;

  ConnectionsRoster(
      List<Lines> lines, Connections connections, Troubles troubles, Kept kept, Staff staff) {
    this.lines = List.copyOf(lines);
    this.connections = connections;
    this.troubles = troubles;
    this.kept = kept;
    this.staff = staff;
  }

  @Component
  record Kept(
      NotSent notSent, List<Readers> readers, Callbacks callbacks, PublicSentences sentences) {}

  ConnectionsView all(Page page, Viewer viewer, Form form, boolean changes) {
    return view(
        page, viewer, form, changes, new ConnectionsView.One(0, "", "", true, "", false, ""));
  }

  ConnectionsView one(Page page, Viewer viewer, Connection c, Form form) {
    String replies =
        c.medium() == Medium.SMS ? kept.callbacks().replies(c.medium(), c.id()).toString() : "";
    return view(
        page,
        viewer,
        form,
        true,
        new ConnectionsView.One(
            c.id(),
            c.name(),
            c.kind(),
            c.isOn(),
            replies,
            c.medium() == Medium.SOCIAL,
            kept.sentences().of(c.id()).orElse("")));
  }

  private ConnectionsView view(
      Page page, Viewer viewer, Form form, boolean changes, ConnectionsView.One one) {
    Voice t = page.t();
    return new ConnectionsView(
        page,
        lines.stream().flatMap(l -> l.lines().stream()).map(l -> line(page, l)).toList(),
        troubles.standing().stream()
            .map(a ->
                new ConnectionsView.Avoided(
                    a.id(),
                    t.say(
                        "app.connections.avoided.line",
                        t.say("messages.medium." + a.medium().code()),
                        a.words().replaceFirst("[.!?]+$", ""),
                        t.at(a.until(), page.now()))))
            .toList(),
        notSent(page, viewer),
        connections.providers().stream()
            .map(p -> Choice.of(p.kind(), t.say("app.connections.kind." + p.kind())))
            .toList(),
        brands(t),
        Arrays.stream(Medium.values())
            .map(m -> Choice.of(m.code(), t.say("messages.medium." + m.code())))
            .toList(),
        form,
        changes,
        one);
  }

  private List<Choice> brands(Voice t) {
    List<Choice> brands = new ArrayList<>();
    brands.add(Choice.of("", t.say("app.connections.brand.all")));
    staff.brands().forEach(b -> brands.add(Choice.of(String.valueOf(b.id()), b.name())));
    return brands;
  }

  private static ConnectionsView.Line line(Page page, LineState line) {
    Voice t = page.t();
    boolean ours = line.group().equals("mail");
    // That it works is said of what has worked.
    boolean untried = line.state().equals("ok") && line.workedAt() == null;
    return new ConnectionsView.Line(
        line.group(),
        ours ? t.say(line.name()) : line.name(),
        line.what(),
        line.state(),
        t.say("app.connections.state." + (untried ? "untried" : line.state())),
        line.workedAt() == null
            ? t.say("app.connections.never")
            : t.say("app.connections.worked", t.at(line.workedAt(), page.now())),
        t.say("app.connections.queue", line.queue()),
        trouble(t, line),
        line.link() == null ? "" : line.link(),
        line.test() == null ? "" : line.test());
  }

  private static String trouble(Voice t, LineState line) {
    @Nullable String trouble = line.trouble();
    if (trouble == null) {
      return "";
    }
    return switch (line.group()) {
      case "mail", "mailbox" -> t.say(trouble, line.detail());
      default -> t.say("app.connections.trouble." + line.group(), sentence(trouble));
    };
  }

  /** What others said begins and ends as it likes. */
  private static String sentence(String words) {
    String bare = words.strip().replaceFirst("[.!?]+$", "");
    return bare.isEmpty() ? bare : Character.toUpperCase(bare.charAt(0)) + bare.substring(1) + ".";
  }

  /** Of what the viewer may see. */
  private List<ConnectionsView.Kept> notSent(Page page, Viewer viewer) {
    List<NotSent.Kept> all = kept.notSent().newest(MOST);
    Set<Subject> abouts = all.stream().map(NotSent.Kept::about).collect(Collectors.toSet());
    Set<Subject> readable = new HashSet<>();
    kept.readers().forEach(r -> readable.addAll(r.readable(viewer, abouts)));
    Voice t = page.t();
    return all.stream()
        .filter(k -> readable.contains(k.about()))
        .map(k ->
            new ConnectionsView.Kept(
                t.say(
                    "app.connections.not-sent.line",
                    t.at(k.at(), page.now()),
                    t.say("messages.medium." + k.channel()),
                    t.say(k.reason())),
                "/cases/" + k.about().id(),
                t.say("messages.outbound.case", String.valueOf(k.about().id()))))
        .toList();
  }
}
