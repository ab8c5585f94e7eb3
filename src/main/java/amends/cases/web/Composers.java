package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.Drafts;
import amends.cases.Replies;
import amends.cases.live.Presences;
import amends.messages.Medium;
import amends.messages.Message;
import amends.messages.Way;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where one writes in a case: which form, to whom, with what was typed. */
@Component
final class Composers {
  static final List<String> MODES = List.of("reply", "note", "statement", "call");
  private static final List<String> FOR_CLOSED = List.of("note", "statement");

  private final Cases cases;
  private final Acting acting;
  private final Offers offers;
  private final Reader reader;
  private final Writing writing;

  /** What people at the desk are doing just now. */
  @Component
  record Writing(
      Drafts drafts,
      Undos undos,
      Presences presences,
      Helps helps,
      AroundSheet.Standing standing) {}

  Composers(Cases cases, Acting acting, Offers offers, Reader reader, Writing writing) {
    this.cases = cases;
    this.acting = acting;
    this.offers = offers;
    this.reader = reader;
    this.writing = writing;
  }

  Composer of(Opened opened, String asked, Form given) {
    Case matter = opened.file().matter();
    Voice t = opened.t();
    List<Way> ways = cases.ways(matter);
    String usual = cases.replyWay(matter).map(w -> w.medium().code()).orElse("");
    Map<String, Drafts.Kept> begun = writing.drafts().of(matter.id(), opened.viewer());
    String mode = mode(opened, matter, asked, begun);
    Drafts.Kept kept = begun.get(mode);
    boolean fresh = !given.values().containsKey("once");
    Form typed = fresh && kept != null ? with(kept.fields(), given) : given;
    return new Composer(
        mode,
        "/cases/" + matter.id(),
        opened.customer().name(),
        usual.isEmpty() ? t.say("cases.compose.no-address", opened.customer().name()) : "",
        ways.stream().anyMatch(Way::open),
        acting.withToken(typed),
        read(opened, typed),
        offers.moments(t, opened.now()),
        new Composer.Kept(
            version(given, kept),
            fresh && kept != null
                ? t.say("cases.draft.restored", t.at(kept.savedAt(), opened.now()))
                : "",
            begun.keySet(),
            opened.file().messages().stream().mapToLong(Message::id).max().orElse(0),
            since(opened, given)),
        writing
            .helps()
            .of(opened, mode, typed)
            .settling(mode.equals("call") ? reader.settled(t, opened.now(), matter) : List.of()),
        wish(opened).orElse(""),
        mode.equals("reply") ? road(t, ways, typed.value("way", usual)) : Composer.Road.NONE);
  }

  private static Composer.Road road(Voice t, List<Way> ways, String chosen) {
    boolean inPublic = ways.stream().anyMatch(w -> w.medium() == Medium.PUBLIC && w.open());
    return new Composer.Road(
        ways.stream().map(way -> lane(t, way)).toList(),
        chosen,
        inPublic ? t.say("cases.way.private-first") : "",
        ways.stream()
            .filter(way -> "messages.way.hit".equals(way.shut()))
            .map(way -> medium(t, way))
            .toList());
  }

  private static Choice medium(Voice t, Way way) {
    return Choice.of(way.medium().code(), t.say("messages.medium." + way.medium().code()));
  }

  private static Composer.Lane lane(Voice t, Way way) {
    String code = way.medium().code();
    String shut = way.shut();
    return new Composer.Lane(
        code,
        t.say("cases.way." + code, way.address()),
        shut == null ? "" : t.say("messages.medium." + code) + ": " + t.say(shut));
  }

  /** What was kept of it, with what the link to it offers. */
  private static Form with(Map<String, String> kept, Form offered) {
    Map<String, String> fields = new HashMap<>(kept);
    fields.putAll(offered.values());
    return Form.of(fields);
  }

  /** A refused form names the version that it was written from: what came since is not lost. */
  private static int version(Form given, Drafts.@Nullable Kept kept) {
    String known = given.value("draft_version");
    return known.matches("\\d{1,9}") ? Integer.parseInt(known) : kept == null ? 0 : kept.version();
  }

  private static List<Composer.Since> since(Opened opened, Form given) {
    String seen = given.value("seen");
    if (!seen.matches("\\d{1,18}")) {
      return List.of();
    }
    return Replies.since(opened.file().messages(), Long.parseLong(seen), opened.viewer()).stream()
        .map(m ->
            new Composer.Since(
                opened.names().person(m.author().id()),
                opened.t().at(m.at(), opened.now()),
                LetterEntries.ownWords(m)))
        .toList();
  }

  CaseView.Here here(Opened opened) {
    long id = opened.file().matter().id();
    Viewer viewer = opened.viewer();
    return new CaseView.Here(
        writing.presences().others(id, viewer),
        writing.undos().of(opened),
        writing.helps().meant(opened),
        standing(opened));
  }

  private List<String> standing(Opened opened) {
    Stream<String> rules =
        writing.standing().rules().standing(opened.file().matter().id(), opened.viewer()).stream()
            .map(rule -> writing.standing().words().says(opened.t(), rule));
    return Stream.concat(rules, wish(opened).stream()).toList();
  }

  /** Why they hear less from us than others. */
  private Optional<String> wish(Opened opened) {
    return writing
        .standing()
        .onlyChanges()
        .since(opened.file().matter().id())
        .map(since ->
            opened.t().say("cases.wish.stands", opened.customer().name(), opened.t().date(since)));
  }

  private String mode(Opened opened, Case matter, String asked, Map<String, Drafts.Kept> begun) {
    if (!cases.may(opened.viewer(), Permission.WORK_CASE, matter)) {
      return "none";
    }
    List<String> possible = matter.closed() ? FOR_CLOSED : MODES;
    if (possible.contains(asked)) {
      return asked;
    }
    return possible.stream().filter(begun::containsKey).findFirst().orElse(possible.getFirst());
  }

  private @Nullable NextRead read(Opened opened, Form typed) {
    boolean fresh = typed.value("by").isBlank() && !typed.ticked("nothing_more");
    return fresh || typed.error("by") != null
        ? null
        : reader.read(
            opened.t(),
            opened.now(),
            new Reader.For(opened.file().matter(), opened.customer()),
            new Reader.Said(
                typed.value("next"),
                typed.value("by"),
                typed.ticked("nothing_more"),
                typed.value("done")));
  }
}
