package amends.messages.sms;

import amends.messages.Answer;
import amends.messages.Connection;
import amends.messages.Medium;
import amends.messages.Provider;
import amends.shared.net.Wire;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How one kind of provider is spoken with: what is sent, and what comes back. */
interface SmsProvider extends Provider {
  @Override
  default Medium medium() {
    return Medium.SMS;
  }

  /**
   * A text about to be sent.
   *
   * @param to in E.164
   * @param key the same at each try
   * @param receipts where what becomes of it is told
   */
  record Text(String to, String words, String key, URI receipts) {}

  Wire.Request request(Connection connection, String secret, Text text);

  /** What an answer that came means for this text. */
  Answer read(Wire.Answer answer);

  /**
   * A call to one of our doors.
   *
   * @param url as the provider knows it
   * @param header of the call, by its name
   */
  record Knock(URI url, UnaryOperator<String> header, byte[] body, String type) {}

  /** Whether it comes from who has the secret, and not long ago. */
  boolean isTheirs(Connection connection, String secret, Knock knock);

  /** What it tells of a message of ours; empty when it is nothing that we keep. */
  Optional<Receipt> receipt(Knock knock);

  /** What somebody wrote; empty when it is no message. */
  Optional<Reply> reply(Knock knock);

  /**
   * @param state accepted, delivered or failed
   * @param permanent the number is dead
   */
  record Receipt(String state, String words, boolean permanent) {}

  /**
   * @param reference what the provider calls it
   * @param from in E.164
   */
  record Reply(String reference, String from, String to, String words) {}

  /** What the provider reads when a call was taken. */
  record Said(String type, String words) {}

  default Said said() {
    return new Said("application/json", "{}");
  }
}
