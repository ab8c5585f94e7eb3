package amends.cases.web;

import amends.cases.Case;
import amends.remedies.Offer;
import amends.remedies.Offers;
import amends.remedies.Remedies;
import amends.remedies.RemedyGrant;
import amends.remedies.Request;
import amends.remedies.Requests;
import amends.shared.Texts.Voice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was given, asked for and offered, in the timeline. */
@Component
final class RemedyEntries {
  private final Remedies remedies;
  private final Requests requests;
  private final Offers offers;
  private final OfferRows choices;
  private final GrantLines lines;

  RemedyEntries(
      Remedies remedies, Requests requests, Offers offers, OfferRows choices, GrantLines lines) {
    this.remedies = remedies;
    this.requests = requests;
    this.offers = offers;
    this.choices = choices;
    this.lines = lines;
  }

  List<Entry> of(Opened opened) {
    Case matter = opened.file().matter();
    Voice t = opened.t();
    List<Entry> entries = new ArrayList<>();
    remedies.of(matter.asSubject()).forEach(grant -> given(entries, opened, grant));
    requests.of(matter.asSubject()).forEach(request -> asked(entries, t, request));
    offers.of(matter.asSubject()).forEach(offer -> offered(entries, t, offer));
    return entries;
  }

  private void given(List<Entry> entries, Opened opened, RemedyGrant grant) {
    Voice t = opened.t();
    String what = lines.what(t, grant.remedyId(), grant.amount());
    String by =
        grant.grantedBy().isPerson()
            ? t.say("cases.line.by", lines.words().person(t, grant.grantedBy().id()))
            : t.say("cases.line.remedy-by-choice");
    String backed = lines.backed(t, grant);
    entries.add(
        line(
            t,
            grant.grantedAt(),
            what,
            t.say("cases.line.remedy-given"),
            backed.isEmpty() ? by : t.say("cases.line.remedy-backed", by, backed.strip())));
    RemedyGrant.Fate fate = grant.fate();
    became(entries, t, fate.doneAt(), what, "cases.line.remedy-ended." + grant.kind().end());
    became(
        entries,
        t,
        fate.stoppedAt(),
        what,
        fate.undoneAt() == null
            ? "cases.line.remedy-stopped"
            : grant.offerId() == null ? "cases.line.remedy-undone" : "cases.line.remedy-unchosen");
    became(entries, t, fate.cameBackAt(), what, "cases.line.remedy-came-back");
    became(entries, t, fate.failedAt(), what, "cases.line.remedy-failed");
    became(entries, t, fate.reclaimedAt(), what, "cases.line.remedy-reclaimed");
    became(entries, t, fate.unsafeAt(), what, "cases.line.remedy-unsafe");
  }

  private static void became(
      List<Entry> entries, Voice t, @Nullable Instant at, String what, String key) {
    if (at != null) {
      entries.add(line(t, at, what, t.say(key), null));
    }
  }

  private void asked(List<Entry> entries, Voice t, Request request) {
    String what = lines.what(t, request.wanted().remedyId(), request.amount());
    entries.add(
        line(
            t,
            request.askedAt(),
            what,
            t.say(
                "cases.line.remedy-asked",
                lines.words().person(t, request.named()),
                t.moment(request.dueAt())),
            t.say("cases.line.by", lines.words().person(t, request.askedBy()))));
    Long by = request.answeredBy();
    if (request.refusedAt() != null && by != null) {
      entries.add(
          line(
              t,
              request.refusedAt(),
              what,
              t.say("cases.line.remedy-refused", request.words()),
              t.say("cases.line.by", lines.words().person(t, by))));
    }
  }

  private void offered(List<Entry> entries, Voice t, Offer offer) {
    String ways =
        offer.choices().stream()
            .map(choice -> choices.what(t, choice))
            .collect(Collectors.joining("; "));
    entries.add(
        line(
            t,
            offer.offeredAt(),
            t.say("cases.line.remedy-offered"),
            ways,
            t.say("cases.line.by", lines.words().person(t, offer.offeredBy()))));
    Instant refused = offer.refusedAt();
    if (refused != null) {
      String words = offer.refusedWords();
      entries.add(
          line(
              t,
              refused,
              t.say("cases.line.remedy-none"),
              words == null ? "" : words,
              t.say("cases.line.remedy-goes-on")));
    }
    if (offer.lapsedAt() != null) {
      entries.add(line(t, offer.lapsedAt(), "", t.say("cases.line.remedy-lapsed"), null));
    }
  }

  private static Entry line(Voice t, Instant at, String lead, String words, @Nullable String sub) {
    return new Entry.Line(at, t.clockTime(at), "gift", null, lead, words, sub);
  }
}
