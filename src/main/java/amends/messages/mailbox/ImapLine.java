package amends.messages.mailbox;

import amends.messages.mailbox.Mailbox.Server;
import amends.shared.Settings.Tls;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to one folder, opened so that nothing in it can be changed. Who waits here is
 * woken by an interrupt, which closes the connection.
 */
final class ImapLine implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ImapLine.class);

  private final IMAPStore store;
  private final IMAPFolder folder;
  private final String folderName;

  private ImapLine(IMAPStore store, IMAPFolder folder, String folderName) {
    this.store = store;
    this.folder = folder;
    this.folderName = folderName;
  }

  /** A mail in the folder, as far as its first look tells. */
  record Item(long uid, long size, byte[] head, IMAPMessage message) {}

  static ImapLine open(Server server, String login, Pass pass, String folderName, Duration patience)
      throws MessagingException {
    String protocol = server.tls() == Tls.IMPLICIT ? "imaps" : "imap";
    Session session = Session.getInstance(properties(server, pass, protocol, patience));
    IMAPStore store = (IMAPStore) session.getStore(protocol);
    try {
      String secret =
          switch (pass) {
            case Pass.Password(String words) -> words;
            case Pass.Bearer(String token) -> token;
          };
      store.connect(server.host(), server.port(), login, secret);
      IMAPFolder folder = (IMAPFolder) store.getFolder(folderName);
      if (!folder.exists()) {
        throw new ImapTrouble.Missing(folderName);
      }
      folder.open(Folder.READ_ONLY);
      return new ImapLine(store, folder, folderName);
    } catch (MessagingException | RuntimeException e) {
      closeQuietly(store);
      throw e;
    }
  }

  private static Properties properties(
      Server server, Pass pass, String protocol, Duration patience) {
    Properties all = new Properties();
    String at = "mail." + protocol + ".";
    all.put(at + "connectiontimeout", "10000");
    all.put(at + "timeout", String.valueOf(patience.toMillis()));
    all.put(at + "writetimeout", "30000");
    all.put(at + "peek", "true");
    all.put(at + "partialfetch", "false");
    all.put(at + "ssl.checkserveridentity", "true");
    boolean startTls = server.tls() == Tls.STARTTLS;
    all.put(at + "starttls.enable", String.valueOf(startTls));
    all.put(at + "starttls.required", String.valueOf(startTls));
    all.put(at + "closefoldersonstorefailure", "false");
    if (pass instanceof Pass.Bearer) {
      all.put(at + "auth.mechanisms", "XOAUTH2");
    }
    return all;
  }

  long validity() throws MessagingException {
    return folder.getUIDValidity();
  }

  /** The number after the last mail that was ever here. */
  long nextUid() throws MessagingException {
    long next = folder.getUIDNext();
    if (next > 0) {
      return next;
    }
    int count = folder.getMessageCount();
    return count == 0 ? 1 : folder.getUID(folder.getMessage(count)) + 1;
  }

  int count() throws MessagingException {
    return folder.getMessageCount();
  }

  boolean canIdle() throws MessagingException {
    return store.hasCapability("IDLE");
  }

  /** The mails after this one, in their order. */
  List<Long> uidsAfter(long uid, int most) throws MessagingException {
    Message[] found = folder.getMessagesByUID(uid + 1, IMAPFolder.LASTUID);
    FetchProfile profile = new FetchProfile();
    profile.add(jakarta.mail.UIDFolder.FetchProfileItem.UID);
    folder.fetch(found, profile);
    List<Long> uids = new ArrayList<>();
    for (Message message : found) {
      long at = message == null ? -1 : folder.getUID(message);
      // A range that ends in * always holds the last mail, also when that is an older one.
      if (at > uid) {
        uids.add(at);
      }
    }
    Collections.sort(uids);
    return uids.subList(0, Math.min(most, uids.size()));
  }

  /** Its size and header; null when it is not there any more. */
  @org.jspecify.annotations.Nullable
  Item item(long uid) throws MessagingException {
    IMAPMessage message = (IMAPMessage) folder.getMessageByUID(uid);
    if (message == null || message.isExpunged()) {
      return null;
    }
    StringBuilder head = new StringBuilder();
    for (Header field : Collections.list(message.getAllHeaders())) {
      head.append(field.getName()).append(": ").append(field.getValue()).append("\r\n");
    }
    byte[] bytes = head.toString().getBytes(StandardCharsets.UTF_8);
    return new Item(uid, message.getSizeLong(), bytes, message);
  }

  /** The whole mail, byte for byte. */
  byte[] raw(Item item, long most) throws MessagingException, IOException {
    try (InputStream in = item.message().getMimeStream()) {
      byte[] raw = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
      item.message().invalidateHeaders();
      return raw;
    }
  }

  /** Waits until the server says that something is new. Another thread's {@link #poke} ends it. */
  void idle() throws MessagingException {
    folder.idle(true);
  }

  /** Asks the server whether the line still stands; new mail is then known. */
  void poke() throws MessagingException {
    int now = folder.getMessageCount();
    log.trace("{} mails in {}", now, folderName);
    if (!folder.isOpen()) {
      throw new MessagingException("the server closed the folder");
    }
  }

  @Override
  public void close() {
    closeQuietly(store);
  }

  private static void closeQuietly(IMAPStore store) {
    try {
      store.close();
    } catch (MessagingException | RuntimeException e) {
      log.debug("closing a mailbox", e);
    }
  }
}
