package amends.messages.social;

import amends.messages.Answer;
import amends.messages.HttpAnswers;
import amends.shared.net.Wire;
import java.io.IOException;

/** A network that was not reached, or did not say what it did. */
final class Unreached {
  private Unreached() {}

  static Answer of(IOException e) {
    return switch (e) {
      case SocialNetwork.Deaf deaf -> deaf.answer();
      case Wire.Unanswered unanswered -> new Answer.Unknown(HttpAnswers.words(e));
      default -> new Answer.Later(HttpAnswers.words(e));
    };
  }
}
