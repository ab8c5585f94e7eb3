package amends.cases.web;

import amends.customers.Channel;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import java.util.Arrays;
import java.util.List;

/** The ways to reach somebody, to choose from. */
final class Channels {
  private Channels() {}

  static List<Choice> choices(Voice t) {
    return Arrays.stream(Channel.values())
        .map(c -> Choice.of(c.code(), t.say("customers.channel." + c.code())))
        .toList();
  }
}
