package amends.cases.web;

import amends.honesty.Listening;
import amends.honesty.Listening.Heard;
import amends.honesty.Listening.Words;
import amends.promises.Promise;
import amends.shared.Actor;
import amends.shared.Texts.Voice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the words of a message show, beside it: quiet, with the words marked, never a score. */
final class SignsHeard {
  private static final int LONGEST_QUOTE = 60;

  private SignsHeard() {}

  static Entry.Shown in(Opened opened, String text) {
    Voice t = opened.t();
    Heard heard = Listening.again(text);
    List<Entry.Sign> signs = new ArrayList<>();
    if (heard.complaint()) {
      signs.add(new Entry.Sign(t.say("cases.sign.complaint"), ""));
    }
    heard
        .signals()
        .forEach(shown -> signs.add(sign(t, shown.signal().code(), shown.words().getFirst())));
    heard.asks().forEach(asked -> signs.add(sign(t, "asks." + asked.code(), asked.words())));
    heard.failureMode().ifPresent(m -> signs.add(sign(t, "mode." + m.code(), m.words())));
    List<Words> marked = heard.signals().stream().flatMap(s -> s.words().stream()).toList();
    return new Entry.Shown(
        pieces(text, marked), List.copyOf(signs), heard.asksForACall() ? denial(opened) : null);
  }

  private static Entry.Sign sign(Voice t, String code, Words words) {
    return new Entry.Sign(
        t.say("cases.sign." + code), t.say("cases.sign.said", quoted(words.words())));
  }

  /** A link only while something that was heard waits for a call. */
  static @Nullable String denial(Opened opened) {
    boolean heard =
        opened.file().journal().stream().anyMatch(r -> r.kind().equals("case.harm_heard"));
    boolean waits =
        opened.file().promises().stream()
            .anyMatch(p ->
                p.madeBy().equals(Actor.SYSTEM)
                    && p.kind() == Promise.Kind.CONTACT
                    && (p.owed() || p.broken() && p.moments().madeGoodAt() == null));
    return heard && waits && !opened.file().matter().closed()
        ? "/cases/" + opened.file().matter().id() + "/harm/denial"
        : null;
  }

  private static List<SearchView.Piece> pieces(String text, List<Words> marked) {
    List<SearchView.Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Words words : marked.stream().sorted(Comparator.comparingInt(Words::start)).toList()) {
      if (words.start() >= at) {
        if (words.start() > at) {
          pieces.add(new SearchView.Piece(text.substring(at, words.start()), false));
        }
        pieces.add(new SearchView.Piece(words.words(), true));
        at = words.end();
      }
    }
    if (at < text.length()) {
      pieces.add(new SearchView.Piece(text.substring(at), false));
    }
    return List.copyOf(pieces);
  }

  private static String quoted(String words) {
    return words.length() <= LONGEST_QUOTE ? words : words.substring(0, LONGEST_QUOTE - 1) + "…";
  }
}
