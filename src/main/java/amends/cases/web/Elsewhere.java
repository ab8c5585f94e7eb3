package amends.cases.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was said in a case that was merged into another one, and where it was said. */
final class Elsewhere {
  private Elsewhere() {}

  static List<Entry> said(Opened part) {
    String place = part.t().say("cases.line.elsewhere", String.valueOf(part.file().matter().id()));
    List<Entry> all = new ArrayList<>(new LetterEntries(part).all());
    all.addAll(new RecordEntries(part).all());
    return all.stream().filter(Elsewhere::isSaid).map(entry -> from(entry, place)).toList();
  }

  /** What was done about the case itself stands in its own timeline. */
  private static boolean isSaid(Entry entry) {
    return !(entry instanceof Entry.Line line) || line.sign().equals("phone");
  }

  private static Entry from(Entry entry, String place) {
    return switch (entry) {
      case Entry.Letter l ->
          new Entry.Letter(
              l.id(),
              l.at(),
              l.time(),
              l.out(),
              l.channel(),
              l.who(),
              joined(l.how(), place),
              l.mood(),
              l.text(),
              l.quoted(),
              l.html(),
              l.attachments(),
              l.next(),
              l.kept(),
              l.trouble(),
              l.shown());
      case Entry.Note n -> new Entry.Note(n.at(), n.time(), joined(n.who(), place), n.text());
      case Entry.Told o ->
          new Entry.Told(o.at(), o.time(), o.who(), o.side(), joined(o.how(), place), o.text());
      case Entry.Line l ->
          new Entry.Line(
              l.at(), l.time(), l.sign(), l.clock(), l.lead(), l.words(), joined(l.sub(), place));
    };
  }

  private static String joined(@Nullable String said, String place) {
    return said == null || said.isBlank() ? place : said + ", " + place;
  }
}
