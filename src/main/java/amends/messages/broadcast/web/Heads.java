package amends.messages.broadcast.web;

import amends.messages.broadcast.After;
import amends.messages.broadcast.Broadcast;
import amends.messages.broadcast.Following;
import amends.shared.Texts.Voice;
import amends.shared.page.Page;
import org.springframework.stereotype.Component;

/** What a broadcast says of itself, on each of its pages. */
@Component("broadcastHeads")
record Heads(Following following) {
  BroadcastView.Head of(Page page, Broadcast one) {
    Voice t = page.t();
    Long corrects = one.correctsId();
    return new BroadcastView.Head(
        one.id(),
        one.words().subject(),
        one.words().body(),
        following.brand(one).name(),
        t.say("messages.broadcast.purpose." + one.words().purpose().code()),
        t.say("messages.broadcast.ways." + one.words().ways().code()),
        one.state(page.now()).code(),
        next(t, one),
        corrects == null
            ? null
            : new BroadcastView.Link(
                corrects, t.say("messages.broadcast.corrects", String.valueOf(corrects))));
  }

  private static String next(Voice t, Broadcast one) {
    After.Given given = one.words().after().given();
    return given == null
        ? t.say("messages.broadcast.promised.none")
        : t.say("messages.broadcast.promised.words", given.words(), t.moment(given.dueAt()));
  }
}
