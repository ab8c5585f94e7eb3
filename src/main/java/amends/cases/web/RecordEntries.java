package amends.cases.web;

import amends.cases.CaseFile;
import amends.cases.Harm;
import amends.cases.PastWord;
import amends.journal.Recorded;
import amends.shared.Texts.Voice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What colleagues wrote down and decided, in the timeline. */
final class RecordEntries {
  private static final Pattern TOLD = Pattern.compile("\"(?:telling|call)\"");

  private final Opened opened;
  private final Voice t;
  private final Names names;
  private final List<Entry> entries = new ArrayList<>();

  RecordEntries(Opened opened) {
    this.opened = opened;
    this.t = opened.t();
    this.names = opened.names();
  }

  List<Entry> all() {
    CaseFile file = opened.file();
    file.told()
        .notes()
        .forEach(n ->
            entries.add(
                new Entry.Note(n.at(), t.clockTime(n.at()), names.person(n.by()), n.words())));
    file.told().statements().stream().filter(s -> s.messageId() == null).forEach(this::told);
    file.told().calls().forEach(this::called);
    file.told().harms().forEach(this::harmed);
    past(file.told().past());
    file.told().handovers().forEach(this::handed);
    file.told().routed().forEach(this::routed);
    file.ended().settlements().forEach(this::settled);
    file.ended().followUps().forEach(this::followedUp);
    file.ended()
        .closures()
        .forEach(c ->
            line(
                c.at(),
                "settled",
                t.say("cases.line.closed"),
                t.say("cases.closed." + c.how()),
                null));
    file.ended()
        .reopenings()
        .forEach(r ->
            line(r.at(), "reopen", t.say("cases.line.reopened"), r.why(), by(r.byKind(), r.by())));
    file.waiting().stream().filter(w -> !w.words().isEmpty()).forEach(this::waited);
    file.journal().forEach(this::journaled);
    return entries;
  }

  private void told(CaseFile.Statement s) {
    String how =
        s.takenBy() == null ? "" : t.say("cases.line.taken-down", names.within(s.takenBy()));
    entries.add(new Entry.Told(s.at(), t.clockTime(s.at()), s.who(), s.side(), how, s.words()));
  }

  /** Whoever calls at once reads here what happened. */
  private void harmed(Harm.Report report) {
    Harm harm = report.harm();
    List<String> words = new ArrayList<>(List.of(harm.happened()));
    if (!harm.injury().isEmpty()) {
      words.add(t.say("cases.line.harm.injury", harm.injury()));
    }
    if (!harm.damage().isEmpty()) {
      words.add(t.say("cases.line.harm.damage", harm.damage()));
    }
    entries.add(
        new Entry.Told(
            report.reportedAt(),
            t.clockTime(report.reportedAt()),
            names.person(Objects.requireNonNull(report.reportedBy())),
            "harm",
            harm.danger() ? t.say("cases.harm.danger") : "",
            String.join("\n", words)));
  }

  /** What was said in the help desk used before stands where it was said. */
  private void past(CaseFile.@Nullable Past past) {
    if (past == null) {
      return;
    }
    String source = t.say("cases.past.source." + past.source());
    String how = t.say("cases.past.how", source);
    for (PastWord said : past.words()) {
      String time = t.clockTime(said.saidAt());
      entries.add(
          said.side().equals("note")
              ? new Entry.Note(said.saidAt(), time, said.who(), said.words())
              : new Entry.Told(said.saidAt(), time, said.who(), said.side(), how, said.words()));
    }
    String words = t.say("cases.past.stood", source, past.number(), past.stood());
    line(past.broughtAt(), "over", t.say("cases.past.brought"), words, null);
  }

  private void called(CaseFile.Call call) {
    String lead =
        call.minutes() == null
            ? t.say("cases.line.call." + call.direction(), opened.customer().name())
            : t.say(
                "cases.line.call.minutes." + call.direction(),
                opened.customer().name(),
                String.valueOf(call.minutes()));
    line(
        call.at(),
        "phone",
        lead,
        call.words(),
        t.say("cases.line.written-by", names.within(call.by())));
  }

  private void handed(CaseFile.Handover over) {
    String to = over.toPerson() == null ? names.team(over.toTeam()) : names.within(over.toPerson());
    line(
        over.at(),
        "over",
        t.say("cases.line.over"),
        t.say("cases.line.over.words", names.within(over.by()), to),
        over.words().isBlank() ? null : t.say("cases.line.quoted", over.words()));
  }

  private void routed(CaseFile.Routed routed) {
    String team = names.team(routed.team());
    String skill = routed.skill() == null ? "" : routed.skill();
    line(
        routed.at(),
        "arrow",
        t.say("cases.line.routed", routed.rule()),
        t.say(
            "cases.line.routed." + routed.why(),
            routed.person() == null ? team : names.within(routed.person()),
            skill,
            routed.open(),
            routed.dueSoon()),
        null);
  }

  private void settled(CaseFile.Settlement settled) {
    line(
        settled.at(),
        "settled",
        t.say("cases.line.settled", t.say("cases.outcome." + settled.outcome().code())),
        settled.done(),
        Stream.of(
                more("reasons", settled.reasons()),
                more("turn", settled.turnTo()),
                more("forwarded", settled.forwardedTo()),
                t.say("cases.line.by", names.within(settled.by())))
            .filter(said -> !said.isEmpty())
            .collect(Collectors.joining(" · ")));
  }

  private String more(String what, @Nullable String words) {
    return words == null ? "" : t.say("cases.line.settled." + what, words);
  }

  private void followedUp(CaseFile.FollowedUp follow) {
    line(
        follow.at(),
        "statement",
        t.say("cases.line.follow." + follow.result()),
        follow.words().isBlank() ? "" : t.say("cases.line.quoted", follow.words()),
        follow.by() == 0
            ? t.say("cases.line.customer-said")
            : t.say("cases.line.by", names.within(follow.by())));
  }

  private void waited(CaseFile.Wait wait) {
    line(
        wait.at(),
        "plan",
        t.say("cases.line.waits", t.say("cases.wait.for." + wait.whom())),
        wait.words(),
        t.say("cases.line.waits.look", names.within(wait.by().id()), wait.lookAt()));
  }

  private void journaled(Recorded entry) {
    boolean byPerson = entry.actor().isPerson();
    if (entry.actor().isToken() && entry.kind().equals("case.opened")) {
      String who = names.within(-entry.actor().id());
      line(entry.at(), "plus", "", t.say("cases.line.opened", who), null);
    } else if (byPerson && entry.kind().equals("case.opened")) {
      String who = names.within(entry.actor().id());
      line(entry.at(), "plus", "", t.say("cases.line.opened", who), null);
    } else if (byPerson && entry.kind().equals("case.taken")) {
      String who = names.person(entry.actor().id());
      line(entry.at(), "person", "", t.say("cases.line.taken", who), null);
    } else if (byPerson && entry.kind().equals("case.wait_ended")) {
      String who = names.within(entry.actor().id());
      line(entry.at(), "arrow", t.say("cases.line.wait-over"), t.say("cases.line.by", who), null);
    } else if (byPerson && entry.kind().equals("case.reply_taken_back")) {
      String who = names.person(entry.actor().id());
      line(entry.at(), "reopen", "", t.say("cases.line.taken-back", who), null);
    } else if (entry.kind().equals("case.harm_heard")) {
      heard(entry);
    } else if (t.knows("cases.line." + entry.kind())) {
      String who = byPerson ? names.person(entry.actor().id()) : opened.customer().name();
      line(entry.at(), "key", "", t.say("cases.line." + entry.kind(), who), null);
    }
  }

  /** Below a message stands the link beside its words; else it stands here. */
  private void heard(Recorded entry) {
    boolean written = !TOLD.matcher(entry.payload()).find();
    entries.add(
        new Entry.Line(
            entry.at(),
            t.clockTime(entry.at()),
            "key",
            null,
            "",
            t.say("cases.line.case.harm_heard"),
            null,
            written ? null : SignsHeard.denial(opened)));
  }

  private @Nullable String by(String kind, long id) {
    return kind.equals("person") ? t.say("cases.line.by", names.within(id)) : null;
  }

  private void line(Instant at, String sign, String lead, String words, @Nullable String sub) {
    entries.add(new Entry.Line(at, t.clockTime(at), sign, null, lead, words, sub));
  }
}
