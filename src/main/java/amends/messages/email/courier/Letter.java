package amends.messages.email.courier;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A mail whose bytes go out unchanged, and which knows whether they have begun to. */
final class Letter extends SMTPMessage {
  private final byte[] mime;
  private volatile boolean underWay;

  Letter(Session session, String mailFrom, byte[] mime) throws MessagingException {
    super(session, new ByteArrayInputStream(mime));
    this.mime = mime;
    setEnvelopeFrom(mailFrom);
  }

  boolean isUnderWay() {
    return underWay;
  }

  @Override
  public void writeTo(OutputStream out, String[] ignoreList) throws IOException {
    underWay = true;
    out.write(mime);
  }
}
