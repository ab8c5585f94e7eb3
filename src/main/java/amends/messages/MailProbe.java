package amends.messages;

import amends.messages.sender.MailServers;
import amends.shared.Settings;
import amends.staff.Brand;
import amends.staff.Staff;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Whether mail comes in and goes out. Knocks at our own door as a server would: it must take mail
 * for an address of ours. It hangs up before any is sent, so that no case is opened by a test.
 */
@Component
public final class MailProbe {
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int LONGEST = 200;

  private final Settings settings;
  private final MailServers servers;
  private final Staff staff;

  MailProbe(Settings settings, MailServers servers, Staff staff) {
    this.settings = settings;
    this.servers = servers;
    this.staff = staff;
  }

  /**
   * Signs in at the house's server, or at that of the first brand where all have their own.
   *
   * @return what it said instead; empty when it let us in
   */
  public String house() {
    long brand =
        staff.brands().stream()
            .map(Brand::id)
            .filter(id -> servers.of(id).isEmpty())
            .findFirst()
            .orElse(0L);
    return Objects.requireNonNullElse(servers.test(brand), "");
  }

  /**
   * @return what it said instead, in one line; empty when it takes mail
   */
  public String knock(String address) {
    Settings.Door door = settings.mail();
    String host = door.address().equals("0.0.0.0") ? "127.0.0.1" : door.address();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, door.port()), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      return asked(socket, address);
    } catch (IOException e) {
      return HttpAnswers.words(e);
    }
  }

  private String asked(Socket socket, String address) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 4096);
    String said = reply(in);
    String[] steps = {
      "EHLO " + settings.mailDomain(), "MAIL FROM:<>", "RCPT TO:<" + address + ">", "RSET"
    };
    for (String step : steps) {
      if (!said.startsWith("2")) {
        return said;
      }
      say(socket.getOutputStream(), step);
      said = reply(in);
    }
    say(socket.getOutputStream(), "QUIT");
    return said.startsWith("2") ? "" : said;
  }

  private static void say(OutputStream out, String words) throws IOException {
    out.write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** The last line of an answer. */
  private static String reply(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (line != null && line.length() > 3 && line.charAt(3) == '-') {
      line = in.readLine();
    }
    if (line == null) {
      throw new IOException("it hung up");
    }
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }
}
