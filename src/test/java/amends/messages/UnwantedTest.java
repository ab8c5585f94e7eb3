package amends.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import amends.messages.mailbox.Inlet;
import amends.messages.mailbox.Mailbox;
import amends.messages.mailbox.Mailboxes;
import amends.messages.mailbox.NotOurs;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Settings.Tls;
import amends.staff.Grant;
import amends.staff.NewPerson;
import amends.staff.Role;
import amends.testing.As;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What is not ours is said with one key, and stays in its mailbox from then on. */
class UnwantedTest extends MailTest {
  @Autowired MockMvc mvc;
  @Autowired Inlet inlet;
  @Autowired Mailboxes mailboxes;
  @Autowired NotOurs notOurs;
  @Autowired Unwanted unwanted;
  private long admin;
  private long mailbox;

  @BeforeEach
  void aMailbox() {
    admin = staff.findByEmail("ada@example.net").map(p -> p.id()).orElseGet(this::administrator);
    mailbox = mailboxes.add(draft("secret words"), Actor.person(admin));
  }

  private long administrator() {
    long id =
        staff
            .add(
                new NewPerson("Ada Birch", "ada@example.net", Locale.ENGLISH, ZoneId.of("UTC")),
                Actor.SYSTEM)
            .id();
    staff.grant(id, Grant.everywhere(Role.ADMINISTRATOR), Actor.SYSTEM);
    return id;
  }

  private static Mailbox.Draft draft(String password) {
    return new Mailbox.Draft(
        "Help desk",
        new Mailbox.Server("imap.example.net", 993, Tls.IMPLICIT),
        "help",
        password,
        "INBOX",
        "help@example.net",
        false,
        null);
  }

  private long held(String headers) {
    byte[] mime =
        Mails.mail("News <news@shop.example>", "<n@shop.example>", "News", headers, "Buy");
    inlet.lay(mailbox, "news@shop.example", List.of("help@example.net"), mime);
    read();
    return messages.held(HeldKind.TRAY, null, 10).getFirst().id();
  }

  @Test
  void oneKeyPutsAListAsideAndLeavesItInTheMailbox() throws Exception {
    long id = held("List-Id: Shop news <news.shop.example>\r\n");
    mvc.perform(get("/held/" + id).with(As.person(admin)))
        .andExpect(content().string(Matchers.containsString("mail of the list news.shop.example")));

    mvc.perform(post("/held/" + id + "/not-ours").with(csrf()).with(As.person(admin)))
        .andExpect(redirectedUrl("/held?in=tray"));

    assertThat(messages.held(id).decision()).isEqualTo("dismissed");
    assertThat(notOurs.all())
        .singleElement()
        .satisfies(note -> assertThat(note.value()).isEqualTo("news.shop.example"));
    mvc.perform(get("/mailboxes").with(As.person(admin)))
        .andExpect(content().string(Matchers.containsString("List news.shop.example")));
  }

  @Test
  void whatIsNoListIsKnownByItsSender() {
    long id = held("Auto-Submitted: auto-generated\r\n");
    unwanted.refuse(id, "Not ours", Actor.person(admin));
    assertThat(notOurs.all())
        .extracting(NotOurs.Note::mark, NotOurs.Note::value)
        .contains(org.assertj.core.groups.Tuple.tuple(NotOurs.Mark.SENDER, "news@shop.example"));
  }

  @Test
  void whatCameAtTheDoorCannotBeLeftAnywhere() {
    arrive(Mails.automatic("<auto@example.org>"));
    read();
    long id = messages.held(HeldKind.TRAY, null, 10).getFirst().id();
    assertThatThrownBy(() -> unwanted.refuse(id, "Not ours", Actor.person(admin)))
        .isInstanceOf(Refusal.class);
    assertThat(messages.held(id).decidedAt()).isNull();
  }

  @Test
  void thePagesShowAMailboxAndNeverItsPassword() throws Exception {
    for (String page : List.of("/mailboxes", "/mailboxes/" + mailbox)) {
      mvc.perform(get(page).with(As.person(admin)))
          .andExpect(status().isOk())
          .andExpect(content().string(Matchers.containsString("Help desk")))
          .andExpect(content().string(Matchers.not(Matchers.containsString("secret words"))));
    }
    mvc.perform(
            post("/mailboxes")
                .with(csrf())
                .with(As.person(admin))
                .param("name", "Orders")
                .param("host", "")
                .param("password", "other words"))
        .andExpect(status().is(422))
        .andExpect(content().string(Matchers.containsString("Name the IMAP server")))
        .andExpect(content().string(Matchers.containsString("Orders")))
        .andExpect(content().string(Matchers.not(Matchers.containsString("other words"))));
    mvc.perform(post("/mailboxes/" + mailbox + "/switch").with(csrf()).with(As.person(admin)))
        .andExpect(redirectedUrl("/mailboxes/" + mailbox));
    assertThat(mailboxes.get(mailbox).pausedAt()).isNotNull();
    mvc.perform(post("/mailboxes/" + mailbox + "/removal").with(csrf()).with(As.person(admin)))
        .andExpect(redirectedUrl("/mailboxes"));
    assertThat(count("mailbox where secret is not null and id = " + mailbox)).isZero();
  }
}
