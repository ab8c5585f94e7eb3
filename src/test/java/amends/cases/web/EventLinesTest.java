package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.messages.Invitation;
import amends.messages.MailPerson;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventLinesTest {
  private static final Voice LONDON = Texts.strict().voice(Locale.UK, ZoneId.of("Europe/London"));

  @Test
  void sayWhatIsInvitedToWhenWhereAndWhoComes() {
    assertThat(EventLines.of(event("REQUEST", "Europe/Berlin", "2026-05-04T11:30", false), LONDON))
        .isEqualTo(
            """
            Invitation: The fitter comes
            Monday 4 May, 09:00 – 10:30
            5 Mill Lane
            From Ann Lee <ann@example.org>
            To Bo <bo@example.org> (accepted)\
            """);
  }

  @Test
  void whatNamesNoZoneStandsAsItWasWritten() {
    assertThat(EventLines.of(event("CANCEL", "Somewhere", null, false), LONDON))
        .startsWith("Called off: The fitter comes\n2026-05-04 10:00 Somewhere\n");
    assertThat(EventLines.of(event("REPLY", "", "2026-05-05T00:00", true), LONDON))
        .startsWith("Answer to an invitation: The fitter comes\n2026-05-04 – 2026-05-05\n");
  }

  private static Invitation event(
      String method, String zone, @Nullable String ends, boolean wholeDays) {
    return new Invitation(
        method,
        "The fitter comes",
        LocalDateTime.parse("2026-05-04T10:00"),
        ends == null ? null : LocalDateTime.parse(ends),
        wholeDays,
        zone,
        false,
        "5 Mill Lane",
        new MailPerson("Ann Lee", "ann@example.org"),
        List.of(new Invitation.Attendee(new MailPerson("Bo", "bo@example.org"), "ACCEPTED")),
        "");
  }
}
