package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** A mail server with one mailbox, which the house watches. */
final class Post implements AutoCloseable {
  private static final String PASSWORD = "correct horse";

  private final House house;
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "imap"));
  private final GreenMailUser user;
  private final String page;

  Post(House house, String name) throws UserException {
    this.house = house;
    server.start();
    user = server.getUserManager().createUser("help@amends.localhost", name, PASSWORD);
    var added =
        house.administrator.submit(
            "/mailboxes",
            "/mailboxes",
            "name",
            name,
            "host",
            "127.0.0.1",
            "port",
            "" + server.getImap().getPort(),
            "tls",
            "none",
            "login",
            name,
            "password",
            PASSWORD,
            "folder",
            "INBOX",
            "address",
            House.HELP,
            "start",
            "on");
    assertThat(added.status()).as(added.text()).isEqualTo(302);
    page = added.header("Location").replaceFirst("^https?://[^/]+", "");
  }

  void put(String mime) throws MessagingException, FolderException {
    byte[] bytes = mime.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    Session session = Session.getInstance(new Properties());
    inbox()
        .appendMessage(
            new MimeMessage(session, new ByteArrayInputStream(bytes)), new Flags(), new Date(0));
  }

  List<StoredMessage> all() throws FolderException {
    return inbox().getMessages();
  }

  private MailFolder inbox() throws FolderException {
    return server.getManagers().getImapHostManager().getInbox(user);
  }

  @Override
  public void close() {
    house.administrator.submit(page, page + "/removal");
    server.stop();
  }
}
