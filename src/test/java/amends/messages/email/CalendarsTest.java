package amends.messages.email;

import static org.assertj.core.api.Assertions.assertThat;

import amends.messages.Invitation;
import amends.messages.MailPerson;
import amends.messages.ReadMail;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Invitations and their answers are shown as such. */
class CalendarsTest {
  private static final String EVENT =
      "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\nDTSTART:16010101T000000\n"
          + "END:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nSUMMARY:Mending the\\, jug\n"
          + "DTSTART;TZID=\"W. Europe Standard Time\":20260504T100000\nDURATION:PT1H30M\n"
          + "LOCATION:Harbour\\nQuay 3\nORGANIZER;CN=\"Lee, Ann\":mailto:ann@example.net\n"
          + "ATTENDEE;PARTSTAT=ACCEPTED;CN=Bo:MAILTO:bo@examp\n le.org\n"
          + "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:cy@example.org\nRRULE:FREQ=WEEKLY\n"
          + "BEGIN:VALARM\nDESCRIPTION:beep\nEND:VALARM\nDESCRIPTION:Bring it.\nEND:VEVENT\nEND:VCALENDAR\n";

  @Test
  void anInvitationSaysWhatWhenWhereAndWho() {
    Invitation event = Mails.present(Calendars.read(EVENT));
    assertThat(event.method()).isEqualTo("REQUEST");
    assertThat(event.summary()).isEqualTo("Mending the, jug");
    assertThat(event.starts()).isEqualTo(LocalDateTime.parse("2026-05-04T10:00"));
    assertThat(event.ends()).isEqualTo(LocalDateTime.parse("2026-05-04T11:30"));
    assertThat(event.zone()).isEqualTo("Europe/Berlin");
    assertThat(event.place()).isEqualTo("Harbour\nQuay 3");
    assertThat(event.organizer()).isEqualTo(new MailPerson("Lee, Ann", "ann@example.net"));
    assertThat(event.attendees())
        .containsExactly(
            new Invitation.Attendee(new MailPerson("Bo", "bo@example.org"), "ACCEPTED"),
            new Invitation.Attendee(new MailPerson("", "cy@example.org"), ""));
    assertThat(event.repeats()).isTrue();
    assertThat(event.description()).isEqualTo("Bring it.");
  }

  @Test
  void mailThatBringsOnlyAnEventShowsIt() {
    ReadMail mail =
        Mails.read(
            "From: ann@example.net\nContent-Type: text/calendar; method=REQUEST\n\n" + EVENT);
    assertThat(mail.text())
        .startsWith("Mending the, jug\n2026-05-04 10:00 – 2026-05-04 11:30 (Europe/Berlin)");
    assertThat(mail.invitation()).isNotNull();
    assertThat(mail.attachments()).hasSize(1);
    assertThat(mail.automatic()).isFalse();
  }

  @Test
  void anAnswerWithoutWordsIsAutomaticAndOneWithWordsIsNot() {
    String reply = EVENT.replace("METHOD:REQUEST", "METHOD:REPLY");
    assertThat(both("", reply).automatic()).isTrue();
    assertThat(both("I come, but where is my new jug?", reply).automatic()).isFalse();
    assertThat(both("Ann has accepted this invitation.", reply).automatic()).isTrue();
  }

  @Test
  void wholeDaysAndNonsense() {
    Invitation days =
        Mails.present(
            Calendars.read(
                "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260504\nDTEND:nonsense\nEND:VEVENT"));
    assertThat(days.wholeDays()).isTrue();
    assertThat(days.ends()).isNull();
    assertThat(Calendars.read("no event")).isNull();
    assertThat(Calendars.read("BEGIN:VEVENT\nDTSTART:20269999T999999\nDURATION:P9999999999D"))
        .isNotNull();
  }

  private static ReadMail both(String words, String calendar) {
    return Mails.read(
        "From: ann@example.net\nSubject: Accepted: jug\nContent-Type: multipart/alternative; boundary=b\n\n"
            + "--b\nContent-Type: text/plain\n\n"
            + words
            + "\n--b\nContent-Type: text/calendar; method=REPLY\n\n"
            + calendar
            + "\n--b--\n");
  }
}
