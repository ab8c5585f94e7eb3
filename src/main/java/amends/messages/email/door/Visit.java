package amends.messages.email.door;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail at the door: its envelope, its bytes, and the answer. */
final class Visit implements MessageHandler {
  private static final Logger log = LoggerFactory.getLogger(Visit.class);

  private static final int LONGEST_HELO = 255;

  private final DoorOptions options;
  private final Doorstep doorstep;
  private final Room room;
  private final MessageContext context;
  private final List<String> recipients = new ArrayList<>();
  private String sender = "";

  Visit(DoorOptions options, Doorstep doorstep, Room room, MessageContext context) {
    this.options = options;
    this.doorstep = doorstep;
    this.room = room;
    this.context = context;
  }

  @Override
  public void from(@Nullable String from) throws RejectException {
    sender = from == null ? "" : clean(from);
  }

  @Override
  public void recipient(String recipient) throws RejectException {
    String address = clean(recipient);
    if (!expects(address)) {
      throw new RejectException(550, "5.7.1 We take no mail for that address");
    }
    recipients.add(address);
  }

  private boolean expects(String address) throws RejectException {
    try {
      return doorstep.expects(address);
    } catch (RuntimeException e) {
      log.warn("mail is put off: it cannot be said whom it is for", e);
      throw later();
    }
  }

  @Override
  public @Nullable String data(InputStream data) throws RejectException, IOException {
    try (Incoming incoming = new Incoming(options, room)) {
      byte[] raw = incoming.read(data);
      lay(raw);
      return "2.0.0 Stored";
    }
  }

  private void lay(byte[] raw) throws RejectException {
    try {
      doorstep.lay(sender, List.copyOf(recipients), raw, caller());
    } catch (RuntimeException e) {
      log.warn("mail is put off: it cannot be stored", e);
      throw later();
    }
  }

  private Caller caller() {
    boolean known =
        context.getRemoteAddress() instanceof InetSocketAddress remote
            && remote.getAddress() != null;
    String address =
        known ? ((InetSocketAddress) context.getRemoteAddress()).getAddress().getHostAddress() : "";
    String helo = context.getHelo().orElse("").replaceAll("\\p{Cntrl}", "").strip();
    return new Caller(address, helo.length() > LONGEST_HELO ? "" : helo);
  }

  @Override
  public void done() {
    // Nothing is kept beyond the answer.
  }

  private static RejectException later() {
    return new RejectException(451, "4.3.0 It could not be stored at this moment; try again later");
  }

  private static String clean(String address) throws RejectException {
    for (int i = 0; i < address.length(); i++) {
      if (Character.isISOControl(address.charAt(i))) {
        throw new RejectException(553, "5.1.3 That is no address");
      }
    }
    return address.strip();
  }
}
