package amends.portal.web;

import amends.cases.Case;
import amends.cases.CaseFile;
import amends.cases.PromisedWithOthers;
import amends.customers.Channel;
import amends.customers.ContactPoint;
import amends.goods.Order;
import amends.messages.Direction;
import amends.messages.Message;
import amends.portal.PortalFile;
import amends.portal.PortalFiles;
import amends.portal.Reference;
import amends.portal.Request;
import amends.portal.Seals;
import amends.promises.Promise;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Clock;
import amends.shared.page.Face;
import amends.shared.page.Form;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of a customer together, in the customer's language and zone. */
@Component
final class Sheets {
  private final PortalFiles files;
  private final Seals seals;
  private final Texts texts;
  private final InstantSource clock;
  private final Beside beside;

  Sheets(PortalFiles files, Seals seals, Texts texts, InstantSource clock, Beside beside) {
    this.files = files;
    this.seals = seals;
    this.texts = texts;
    this.clock = clock;
    this.beside = beside;
  }

  /** What makes it right, and what else was agreed with them. */
  @Component
  record Beside(Rights rights, BookedLines booked, PromisedWithOthers toMany) {}

  /**
   * One look at a page.
   *
   * @param at where its forms are sent
   * @param sealed what its forms are for
   * @param whole whoever looks may know of what the customer has besides this case
   * @param may forms can be sent
   * @param known what a code has opened; null else
   */
  record Look(
      long caseId,
      String at,
      String sealed,
      boolean desk,
      boolean whole,
      boolean may,
      Form form,
      String act,
      SheetView.@Nullable Held known) {}

  SheetView of(Look look) {
    return of(look, files.of(look.caseId()));
  }

  private SheetView of(Look look, PortalFile file) {
    Voice t = texts.voice(file.customer().locale(), file.customer().zone());
    Instant now = clock.instant();
    Promised promised = new Promised(t, now);
    return new SheetView(
        t,
        look.at(),
        look.desk(),
        look.may(),
        seals.seal(look.sealed()),
        look.form(),
        look.act(),
        top(file, t, now, promised),
        promised.lines(file, beside.toMany().of(file.file().matter(), look.whole() || look.desk())),
        know(file, t),
        said(file, t, now, look),
        offers(file, t, now, look),
        beside.rights().of(file, t, promised, look),
        beside.booked().of(file.file().matter(), look.whole(), t, promised));
  }

  private static SheetView.Top top(PortalFile file, Voice t, Instant now, Promised promised) {
    Case matter = file.file().matter();
    @Nullable Promise next = Promised.next(file).orElse(null);
    String line;
    String more;
    Clock clock = null;
    if (matter.closed() || next == null) {
      line = t.say("portal.next.closed");
      more = t.say("portal.next.closed.more");
    } else if (next.broken()) {
      line = t.say("portal.next.broken");
      more = t.say("portal.next.broken.more", next.words(), t.moment(next.dueAt()));
    } else if (next.kind() == Promise.Kind.LOOK) {
      boolean less = file.asked().rhythm().equals("changes");
      line = t.say(less ? "portal.next.changes" : "portal.next.nothing");
      more = t.say("portal.next.nothing.more", t.day(next.dueAt()));
    } else {
      line = t.say("portal.next", Promised.sentence(next.words()), promised.by(next.dueAt()));
      more = t.say("portal.next.more");
      clock = Clock.running(t, next.dueAt(), now, Duration.between(next.warnAt(), next.dueAt()));
    }
    String owner = file.owner() == null ? "" : file.owner();
    return new SheetView.Top(
        String.valueOf(matter.id()),
        Reference.of(matter.id()),
        file.customer().name(),
        matter.subject(),
        file.brand().name(),
        line,
        more,
        clock,
        owner,
        Face.initials(owner.isEmpty() ? file.brand().name() : owner));
  }

  private static SheetView.Know know(PortalFile file, Voice t) {
    CaseFile.Settlement settled = file.file().settlement();
    List<SheetView.Told> told =
        file.file().told().statements().stream()
            .filter(s -> s.side().equals("customer"))
            .map(s -> new SheetView.Told(s.words(), s.messageId() != null))
            .toList();
    return new SheetView.Know(
        told,
        about(file, t),
        settled == null ? "" : t.say("portal.outcome." + settled.outcome().code()),
        settled == null ? "" : settled.done(),
        settled == null ? List.of() : reasons(t, settled));
  }

  /** What was refused is said with its reasons, and with who else may help. */
  private static List<String> reasons(Voice t, CaseFile.Settlement settled) {
    List<String> all = new ArrayList<>();
    if (settled.reasons() != null) {
      all.add(t.say("portal.outcome.reasons", settled.reasons()));
    }
    if (settled.turnTo() != null) {
      all.add(t.say("portal.outcome.turn", settled.turnTo()));
    }
    if (settled.forwardedTo() != null) {
      all.add(t.say("portal.outcome.with", settled.forwardedTo()));
    }
    return all;
  }

  private static List<Choice> about(PortalFile file, Voice t) {
    List<Choice> about = new ArrayList<>();
    Order order = file.order();
    if (order != null) {
      about.add(Choice.of(t.say("portal.about.order"), order.externalId()));
      order
          .lines()
          .forEach(l -> about.add(Choice.of(t.say("portal.about.product"), l.product().name())));
    }
    if (file.unit() != null) {
      about.add(Choice.of(t.say("portal.about.unit"), file.unit().serial()));
    }
    String asks = file.file().matter().asks();
    if (asks != null) {
      about.add(Choice.of(t.say("portal.about.asks"), asks));
    }
    return about;
  }

  private static List<SheetView.Said> said(
      PortalFile file, Voice t, Instant now, Sheets.Look look) {
    return file.conversation().reversed().stream()
        .map(m -> said(file, t, now, look.desk() ? "" : look.at(), m))
        .toList();
  }

  /**
   * @param at the customer's page; "" at the desk
   */
  static SheetView.Said said(PortalFile file, Voice t, Instant now, String at, Message m) {
    boolean desk = at.isEmpty();
    boolean ours = m.direction() == Direction.OUT;
    String who =
        !ours
            ? desk ? file.customer().name() : t.say("portal.you")
            : file.people().getOrDefault(m.author().id(), file.brand().name());
    String text = ours || m.replyText().isBlank() ? m.text() : m.replyText();
    return new SheetView.Said(
        ours,
        who,
        t.iso(m.at()),
        t.at(m.at(), now),
        text.strip(),
        m.attachments().stream()
            .map(a ->
                new SheetView.File(
                    a.name(), desk ? "/attachments/" + a.link() : at + "/files/" + a.link()))
            .toList());
  }

  private static SheetView.Offers offers(PortalFile file, Voice t, Instant now, Look look) {
    Case matter = file.file().matter();
    ContactPoint code = file.asked().codeTo();
    return new SheetView.Offers(
        matter.settled(),
        matter.closed(),
        days(file, t, now),
        file.reach(Channel.PHONE).map(c -> Masks.end(c.address())).orElse(""),
        file.reach(Channel.LETTER).isPresent(),
        contacts(file, t),
        file.asked().requests().stream().map(r -> asked(r, t)).toList(),
        code == null ? "" : Masks.email(code.address()),
        look.known(),
        file.asked().offers().stream()
            .map(o -> Choice.of(String.valueOf(o.id()), t.moment(o.at())))
            .toList(),
        file.asked().broken().stream()
            .map(g ->
                new Choice(
                    String.valueOf(g.id()),
                    t.say("portal.broken.words", g.title(), g.words()),
                    t.say("portal.broken.if-not", g.ifNot())))
            .toList());
  }

  private static List<SheetView.Day> days(PortalFile file, Voice t, Instant now) {
    Map<String, List<Choice>> days = new LinkedHashMap<>();
    for (Instant slot : file.asked().slots()) {
      days.computeIfAbsent(t.dayFrom(slot, now), day -> new ArrayList<>())
          .add(
              Choice.of(
                  slot.toString(), t.say("portal.slot", t.dayFrom(slot, now), t.clockTime(slot))));
    }
    return days.entrySet().stream().map(e -> new SheetView.Day(e.getKey(), e.getValue())).toList();
  }

  private static List<Choice> contacts(PortalFile file, Voice t) {
    return file.contacts().stream()
        .filter(ContactPoint::living)
        .filter(c -> c.channel() != Channel.SOCIAL && c.channel() != Channel.CHAT)
        .map(c ->
            new Choice(
                String.valueOf(c.id()), t.say("portal.channel." + c.channel().code()), Masks.of(c)))
        .toList();
  }

  private static SheetView.Asked asked(Request request, Voice t) {
    Instant at = request.at();
    String what =
        at == null ? request.words() : t.say("portal.asked.call", t.moment(at), request.words());
    String state =
        request.decision() == null
            ? t.say("portal.asked.open")
            : request.decision().equals("accepted")
                ? t.say("portal.asked.accepted." + request.kind())
                : t.say("portal.asked.declined", request.why() == null ? "" : request.why());
    return new SheetView.Asked(
        request.id(), request.kind(), what, state, request.open(), request.named());
  }

  /** Beside what was typed: the channel of choice and the rhythm as they are. */
  Form filled(long caseId, Form form) {
    PortalFile file = files.of(caseId);
    Map<String, String> values = new LinkedHashMap<>(Map.of("rhythm", file.asked().rhythm()));
    Channel preferred = file.customer().preferredChannel();
    if (preferred != null) {
      file.reach(preferred).ifPresent(c -> values.put("contact", String.valueOf(c.id())));
    }
    values.putAll(form.values());
    return new Form(values, form.errors());
  }
}
