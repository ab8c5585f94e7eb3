package amends.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Debian's postfix and dovecot, on ports of loopback and in directories of their own. What is not
 * installed is installed, when this user may; what was started here is stopped here, by its own
 * directories, and nothing else.
 */
final class Peers implements AutoCloseable {
  static final String PASSWORD = "peers-and-piers";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path here;
  final int smtp;
  final int imaps;
  private final int lmtp;
  private boolean postfix;
  private boolean dovecot;

  /**
   * @param domain of the mail that goes back to the program
   */
  Peers(Path here, String domain, int door) throws IOException, InterruptedException {
    this.here = here;
    smtp = freePort();
    imaps = freePort();
    lmtp = freePort();
    install();
    Files.setPosixFilePermissions(here, PosixFilePermissions.fromString("rwxr-xr-x"));
    key();
    startDovecot();
    startPostfix(domain, door);
    await(smtp);
    await(imaps);
    await(lmtp);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void install() throws IOException, InterruptedException {
    if (Files.exists(Path.of("/usr/sbin/postfix")) && Files.exists(Path.of("/usr/sbin/dovecot"))) {
      return;
    }
    // Without their own services: RUNLEVEL=1 keeps the packages from starting what they bring.
    run(
        Duration.ofMinutes(5),
        "env",
        "RUNLEVEL=1",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "install",
        "-y",
        "-qq",
        "--no-install-recommends",
        "postfix",
        "dovecot-imapd",
        "dovecot-lmtpd");
  }

  /** The store that the program trusts for this run; its key is both servers' own. */
  static Path trust(Path here) throws IOException, InterruptedException {
    Path store = here.resolve("peers.p12");
    run(
        Duration.ofSeconds(30),
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-alias",
        "peers",
        "-keyalg",
        "RSA",
        "-keysize",
        "2048",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1",
        "-validity",
        "30",
        "-storetype",
        "PKCS12",
        "-storepass",
        PASSWORD,
        "-keystore",
        store.toString());
    return store;
  }

  private void key() throws IOException {
    try (var in = Files.newInputStream(here.resolve("peers.p12"))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD.toCharArray());
      byte[] key = store.getKey("peers", PASSWORD.toCharArray()).getEncoded();
      byte[] certificate = store.getCertificate("peers").getEncoded();
      Files.writeString(here.resolve("key.pem"), pem("PRIVATE KEY", key));
      Files.writeString(here.resolve("cert.pem"), pem("CERTIFICATE", certificate));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static String pem(String what, byte[] der) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, lines, what);
  }

  private void startDovecot() throws IOException, InterruptedException {
    Path home = Files.createDirectories(here.resolve("dovecot"));
    Files.createDirectories(home.resolve("mail"));
    run(Duration.ofSeconds(10), "chown", "-R", "dovecot", home.resolve("mail").toString());
    Files.writeString(
        home.resolve("users"),
        "help@house.example:{PLAIN}%1$s\nruth@customers.example:{PLAIN}%1$s\n".formatted(PASSWORD));
    Files.writeString(
        home.resolve("dovecot.conf"),
        """
        base_dir = %1$s/run
        state_dir = %1$s/state
        log_path = %1$s/log
        protocols = imap lmtp
        listen = 127.0.0.1
        mail_location = maildir:%1$s/mail/%%Lu
        first_valid_uid = 1
        disable_plaintext_auth = no
        ssl = required
        ssl_cert = <%2$s/cert.pem
        ssl_key = <%2$s/key.pem
        passdb {
          driver = passwd-file
          args = username_format=%%Lu %1$s/users
        }
        userdb {
          driver = static
          args = uid=dovecot gid=dovecot home=%1$s/mail/%%Lu
        }
        service imap-login {
          inet_listener imap {
            port = 0
          }
          inet_listener imaps {
            address = 127.0.0.1
            port = %3$d
            ssl = yes
          }
        }
        service lmtp {
          inet_listener lmtp {
            address = 127.0.0.1
            port = %4$d
          }
        }
        """
            .formatted(home, here, imaps, lmtp));
    run(Duration.ofSeconds(20), "/usr/sbin/dovecot", "-c", home.resolve("dovecot.conf").toString());
    dovecot = true;
  }

  private void startPostfix(String domain, int door) throws IOException, InterruptedException {
    Path home = Files.createDirectories(here.resolve("postfix"));
    Path etc = Files.createDirectories(home.resolve("etc"));
    Path queue = Files.createDirectories(home.resolve("queue"));
    Path data = Files.createDirectories(home.resolve("data"));
    run(Duration.ofSeconds(10), "chown", "postfix", data.toString());
    Files.writeString(
        etc.resolve("main.cf"),
        """
        compatibility_level = 3.6
        queue_directory = %1$s
        data_directory = %2$s
        command_directory = /usr/sbin
        daemon_directory = /usr/lib/postfix/sbin
        mail_owner = postfix
        setgid_group = postdrop
        maillog_file = %3$s/log
        maillog_file_prefixes = %3$s
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        myhostname = mx.house.example
        mydestination =
        local_recipient_maps =
        alias_maps =
        alias_database =
        mynetworks = 127.0.0.0/8
        recipient_delimiter = +
        relay_domains = %4$s
        transport_maps = inline:{ %4$s=smtp:[127.0.0.1]:%5$d }
        virtual_mailbox_domains = house.example, customers.example
        virtual_transport = lmtp:inet:127.0.0.1:%6$d
        smtpd_recipient_restrictions = permit_mynetworks, reject
        smtpd_tls_cert_file = %7$s/cert.pem
        smtpd_tls_key_file = %7$s/key.pem
        smtpd_tls_security_level = encrypt
        smtp_tls_security_level = none
        """
            .formatted(queue, data, home, domain, door, lmtp, here));
    Files.writeString(
        etc.resolve("master.cf"),
        """
        127.0.0.1:%d inet n - n - - smtpd
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        tlsmgr unix - - n 1000? 1 tlsmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        verify unix - - n - 1 verify
        flush unix n - n 1000? 0 flush
        proxymap unix - - n - - proxymap
        smtp unix - - n - - smtp
        relay unix - - n - - smtp
        showq unix n - n - - showq
        error unix - - n - - error
        retry unix - - n - - error
        lmtp unix - - n - - lmtp
        anvil unix - - n - 1 anvil
        scache unix - - n - 1 scache
        postlog unix-dgram n - n - 1 postlogd
        """
            .formatted(smtp));
    run(Duration.ofSeconds(30), "/usr/sbin/postfix", "-c", etc.toString(), "start");
    postfix = true;
  }

  private static void await(int port) throws IOException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException e) {
        if (System.nanoTime() > until) {
          throw e;
        }
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  /** What they wrote into their logs, for whoever has to find out why. */
  String logs() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String log : List.of("postfix/log", "dovecot/log")) {
      Path file = here.resolve(log);
      if (Files.exists(file)) {
        List<String> lines = Files.readAllLines(file);
        lines
            .subList(Math.max(0, lines.size() - 40), lines.size())
            .forEach(line -> all.append(line).append('\n'));
      }
    }
    return all.toString();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (postfix) {
      run(
          Duration.ofSeconds(30),
          "/usr/sbin/postfix",
          "-c",
          here.resolve("postfix/etc").toString(),
          "stop");
    }
    if (dovecot) {
      run(
          Duration.ofSeconds(30),
          "/usr/bin/doveadm",
          "-c",
          here.resolve("dovecot/dovecot.conf").toString(),
          "stop");
    }
  }

  private static void run(Duration longest, String... command)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(command));
    Path said = Files.createTempFile("peer", ".out");
    Process process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    boolean ended = process.waitFor(longest.toSeconds(), TimeUnit.SECONDS);
    if (!ended || process.exitValue() != 0) {
      process.destroy();
      throw new IOException(String.join(" ", command) + ": " + Files.readString(said));
    }
    Files.delete(said);
  }
}
