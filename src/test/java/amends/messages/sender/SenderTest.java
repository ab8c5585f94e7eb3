package amends.messages.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import amends.customers.Customers;
import amends.messages.Answer;
import amends.messages.account.Account;
import amends.messages.account.Accounts;
import amends.messages.email.courier.Relay;
import amends.shared.Refusal;
import amends.shared.Settings.Tls;
import amends.staff.Staff;
import amends.testing.As;
import amends.testing.AsOwner;
import amends.testing.DatabaseTest;
import amends.testing.FakeTokens;
import amends.testing.Fernhill;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Each brand sends through a server of its own: signed in, and only where that proves its name. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SenderTest {
  private static final byte[] MAIL =
      "From: help@fernhill.example\r\nTo: ruth@adeyemi.example\r\n\r\nHello\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  @Autowired MailServers servers;
  @Autowired Relays relays;
  @Autowired Accounts accounts;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired JdbcClient sql;
  @Autowired MockMvc mvc;
  private Fernhill world;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
  }

  @BeforeEach
  void noServers() {
    new AsOwner().run("truncate mail_server, mail_account cascade");
  }

  private void set(int port, Tls tls, String login, String password, @Nullable Long account) {
    servers.set(
        world.brand.id(),
        new MailServer.Draft("127.0.0.1", port, tls, login, password, account),
        world.admin.actor());
  }

  private Answer send() {
    Relay relay = Objects.requireNonNull(relays.of(world.brand.id()));
    return relay.send("bounce@mail.test", "ruth@adeyemi.example", MAIL);
  }

  @Test
  void aBrandSignsInAtItsOwnServerWithAPassword() throws Exception {
    assertThat(relays.of(world.brand.id())).as("the house has none in tests").isNull();
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
    try {
      server.getUserManager().createUser("help@fernhill.example", "help", "right");
      server.getUserManager().setAuthRequired(true);
      set(server.getSmtp().getPort(), Tls.NONE, "help", "right", null);
      assertThat(servers.test(world.brand.id())).isNull();
      assertThat(send()).isInstanceOf(Answer.Accepted.class);
      assertThat(server.getReceivedMessages()).hasSize(1);
      assertThat(relays.any()).isTrue();
    } finally {
      server.stop();
    }
  }

  @Test
  void aServerIsGivenNoMoreInAMinuteThanIsSet() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
    try {
      pace(server.getSmtp().getPort(), "6", "It sends through 127.0.0.1");
      assertThat(send()).isInstanceOf(Answer.Accepted.class);
      assertThat(send())
          .isInstanceOfSatisfying(
              Answer.Busy.class,
              busy -> assertThat(busy.pause()).isBetween(Duration.ofSeconds(5), TEN_SECONDS));
      assertThat(Objects.requireNonNull(relays.of(world.brand.id())).room()).isZero();
      assertThat(server.getReceivedMessages()).hasSize(1);
      pace(server.getSmtp().getPort(), "many", "Give a number from 1 to 60,000, or leave it empty");
    } finally {
      server.stop();
    }
  }

  private void pace(int port, String perMinute, String said) throws Exception {
    var answer =
        mvc.perform(
                post("/mail-servers/" + world.brand.id())
                    .with(csrf())
                    .with(As.person(world.admin.id()))
                    .param("host", "127.0.0.1")
                    .param("port", "" + port)
                    .param("tls", "none")
                    .param("per_minute", perMinute))
            .andReturn()
            .getResponse();
    boolean kept = answer.getStatus() == 302;
    String page =
        kept
            ? mvc.perform(get("/mail-servers").with(As.person(world.admin.id())))
                .andReturn()
                .getResponse()
                .getContentAsString()
            : answer.getContentAsString();
    assertThat(page).contains(said, "value=\"" + perMinute + "\"");
  }

  @Test
  void aServerWhoseCertificateNobodyVouchesForGetsNothing() {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtps"));
    server.start();
    try {
      set(server.getSmtps().getPort(), Tls.IMPLICIT, "help", "secret words", null);
      assertThat(send()).isInstanceOf(Answer.Later.class);
      assertThat(servers.test(world.brand.id())).isNotNull();
      assertThat(server.getReceivedMessages()).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void aServerThatOffersNoTlsWhereItIsDemandedGetsNothing() throws Exception {
    try (Submission server = new Submission()) {
      set(server.port(), Tls.STARTTLS, "help", "secret words", null);
      assertThat(send()).isInstanceOf(Answer.Later.class);
      assertThat(server.said).noneMatch(line -> line.startsWith("AUTH"));
    }
  }

  @Test
  void aTokenSignsInByXoauth2() throws Exception {
    FakeTokens provider = FakeTokens.fresh();
    long account =
        accounts.add(
            new Account.Draft(
                Account.Host.GOOGLE,
                Account.Flow.APP,
                "Help",
                "help@fernhill.example",
                "",
                "",
                provider.keyFile(),
                null),
            world.admin.actor());
    try (Submission server = new Submission()) {
      set(server.port(), Tls.NONE, "help@fernhill.example", "", account);
      assertThat(send()).isInstanceOf(Answer.Accepted.class);
      String auth =
          server.said.stream().filter(line -> line.startsWith("AUTH XOAUTH2 ")).findFirst().get();
      String word =
          new String(Base64.getDecoder().decode(auth.substring(13)), StandardCharsets.UTF_8);
      assertThat(word).startsWith("user=help@fernhill.example\u0001auth=Bearer access-");
    }
    assertThatThrownBy(() -> accounts.remove(account, world.admin.actor()))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void passwordsAreLockedNeverShownAndGoToNoOtherServer() throws Exception {
    set(2500, Tls.NONE, "help", "secret words", null);
    assertThat(
            sql.sql("select encode(secret, 'escape') from mail_server")
                .query(String.class)
                .single())
        .doesNotContain("secret words");
    mvc.perform(get("/mail-servers").with(As.person(world.admin.id())))
        .andExpect(content().string(Matchers.containsString("It sends through 127.0.0.1")))
        .andExpect(content().string(Matchers.not(Matchers.containsString("secret words"))));
    assertThatThrownBy(() -> set(2501, Tls.NONE, "help", "", null)).isInstanceOf(Refusal.class);
    mvc.perform(
            post("/mail-servers/" + world.brand.id())
                .with(csrf())
                .with(As.person(world.admin.id()))
                .param("host", "203.0.113.9")
                .param("port", "25")
                .param("tls", "none")
                .param("login", "help")
                .param("password", "other words"))
        .andExpect(content().string(Matchers.containsString("Choose TLS or STARTTLS")))
        .andExpect(content().string(Matchers.containsString("203.0.113.9")))
        .andExpect(content().string(Matchers.not(Matchers.containsString("other words"))));
  }

  /** A submission server that offers XOAUTH2 and no TLS. */
  private static final class Submission implements AutoCloseable {
    private final ServerSocket server;
    final List<String> said = new CopyOnWriteArrayList<>();

    Submission() throws IOException {
      server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(this::accept);
    }

    int port() {
      return server.getLocalPort();
    }

    private void accept() {
      try {
        while (true) {
          talk(server.accept());
        }
      } catch (IOException e) {
        said.add("closed");
      }
    }

    private void talk(Socket socket) {
      try (socket) {
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        var out = socket.getOutputStream();
        out.write("220 here\r\n".getBytes(StandardCharsets.US_ASCII));
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          said.add(line);
          if (data && !line.equals(".")) {
            continue;
          }
          String reply = reply(line, data);
          data = line.equals("DATA");
          out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
      } catch (IOException e) {
        said.add("hung up");
      }
    }

    private static String reply(String line, boolean data) {
      if (line.startsWith("EHLO")) {
        return "250-here\r\n250 AUTH XOAUTH2 LOGIN";
      }
      if (line.startsWith("AUTH")) {
        return "235 welcome";
      }
      return line.equals("DATA") && !data ? "354 go on" : "250 ok";
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
