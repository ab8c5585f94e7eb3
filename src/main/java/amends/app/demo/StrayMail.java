package amends.app.demo;

import amends.messages.Disposition;
import amends.messages.HeldKind;

/** Mail that is in no case: a stranger on a known thread, and what machines sent. */
final class StrayMail {
  private static final String NEWSLETTER =
      """
      Subject: Autumn at Wold Ceramics: 20%% off glazes
      List-Id: Wold Ceramics trade news <news.woldceramics.example>
      List-Unsubscribe: <https://woldceramics.example/leave>
      Precedence: bulk
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: 8bit

      %s

      You get this because you buy from us. Leave the list at any time.
      """;

  private final Stage stage;
  private final Play play;

  StrayMail(Stage stage) {
    this.stage = stage;
    this.play = stage.play();
  }

  void tell() {
    stranger();
    outOfOffice();
    newsletters();
    bounce();
  }

  /** Ruth's brother answers from his own address: it may be him, and it may not. */
  private void stranger() {
    play.at(
        play.ago(5, 12),
        () ->
            stage
                .post()
                .answer(
                    "Tunde Adeyemi <tunde@adeyemi.example>",
                    Neighbour.RUTH.email(),
                    """
                    Hello, Ruth is my sister and has sent me your e-mail. On the day of the visit I open
                    the door, not she. Please send the hour to me as well. Who pays for the towels, and to
                    which account?

                    Tunde Adeyemi
                    """));
  }

  private void outOfOffice() {
    play.at(
        play.ago(11, 0),
        () ->
            stage
                .post()
                .raw(
                    Neighbour.IMOGEN.from(),
                    Post.HELP,
                    """
                    Subject: Automatic reply: Two of three dryers delivered
                    Auto-Submitted: auto-replied
                    Content-Type: text/plain; charset=utf-8

                    I am showing flats until noon and read no mail. If it burns, ring the office.

                    Imogen Vale
                    """));
  }

  private void newsletters() {
    play.at(
        play.day(4, "08:15"),
        () -> newsletter("Ash grey, celadon and tenmoku are back in the ten kilogram sack."));
    play.at(
        play.day(4, "09:05"),
        () ->
            stage
                .desk()
                .messages()
                .held(HeldKind.TRAY, null, 1)
                .forEach(held ->
                    stage
                        .desk()
                        .messages()
                        .release(
                            held.id(),
                            stage.cast().hanna().actor(),
                            new Disposition.Dismiss("Advertisement of a supplier"))));
    play.at(
        play.ago(8, 30),
        () -> newsletter("This week only: matt white, and the transparent glaze in the big drum."));
  }

  private void newsletter(String words) {
    stage
        .post()
        .raw("Wold Ceramics <news@woldceramics.example>", Post.HELP, NEWSLETTER.formatted(words));
  }

  /** A report that carries no address of ours, so that a person has to look what it is about. */
  private void bounce() {
    play.at(
        play.ago(6, 20),
        () ->
            stage
                .post()
                .raw(
                    "Mail Delivery System <mailer-daemon@mx.post.example>",
                    Post.HELP,
                    """
                    Subject: Undelivered Mail Returned to Sender
                    Auto-Submitted: auto-replied
                    Content-Type: multipart/report; report-type=delivery-status; boundary="back"

                    --back
                    Content-Type: text/plain; charset=utf-8

                    Your message could not be delivered to one or more recipients.

                    --back
                    Content-Type: message/delivery-status

                    Reporting-MTA: dns; mx.post.example

                    Final-Recipient: rfc822; y.demir@post.example
                    Action: failed
                    Status: 5.1.1
                    Diagnostic-Code: smtp; 550 5.1.1 No such mailbox here

                    --back--
                    """));
  }
}
