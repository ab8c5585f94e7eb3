package amends.shared;

import java.net.URI;

/**
 * How far mail is believed, and where its providers hand out tokens.
 *
 * @param demandsProof whether mail joins a case only when its sender is proved; else a MAC of ours
 *     and an address of the customer's are enough, as they must be where nothing can be proved
 * @param dns whether names are looked up to prove senders
 * @param authservId as whom the mail server before the door signs its Authentication-Results; empty
 *     when there is none whose word counts
 * @param hops how many Received fields the house's own servers add
 * @param microsoftLogin without a slash at the end
 */
public record MailWays(
    boolean demandsProof,
    boolean dns,
    String authservId,
    int hops,
    URI microsoftLogin,
    URI googleAuthorize,
    URI googleToken) {
  public static final URI MICROSOFT = URI.create("https://login.microsoftonline.com");
  public static final URI GOOGLE_AUTHORIZE =
      URI.create("https://accounts.google.com/o/oauth2/v2/auth");
  public static final URI GOOGLE_TOKEN = URI.create("https://oauth2.googleapis.com/token");

  /** Nothing is proved, and nobody is asked. */
  public static final MailWays PLAIN =
      new MailWays(false, false, "", 1, MICROSOFT, GOOGLE_AUTHORIZE, GOOGLE_TOKEN);
}
