package amends.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each regime at its edges: holidays, month ends, the day on which the law changed. */
class RegimesTest {
  private static final Texts.Voice T =
      Texts.load().voice(Locale.ENGLISH, ZoneId.of("Europe/London"));

  private static Instant due(String code, String received) {
    String name = code.substring(0, code.indexOf('.'));
    Regime regime = Rules.regime(name).orElseThrow();
    LocalDateTime at = LocalDateTime.parse(received);
    ClockRule rule =
        Rules.clocks(name, at.toLocalDate()).stream()
            .filter(one -> one.code().equals(code))
            .findFirst()
            .orElseThrow();
    return rule.due(at.atZone(regime.zone()).toInstant(), regime);
  }

  private static LocalDateTime there(String code, String received) {
    Regime regime = Rules.regime(code.substring(0, code.indexOf('.'))).orElseThrow();
    return LocalDateTime.ofInstant(due(code, received), regime.zone());
  }

  @ParameterizedTest(name = "{0} for what came {1} ends {2}")
  @CsvSource({
    // Three business days following the day of receipt; 25 May 2026 is a bank holiday.
    "disp.summary, 2026-05-12T14:07, 2026-05-15T17:00",
    "disp.summary, 2026-05-22T23:59, 2026-05-28T17:00",
    "disp.summary, 2026-05-25T10:00, 2026-05-28T17:00",
    // Good Friday and Easter Monday 2027 lie between.
    "disp.summary, 2027-03-25T10:00, 2027-04-01T17:00",
    // Eight weeks are the same day of the week, at its end; over the change of the clocks too.
    "disp.final, 2026-05-12T14:07, 2026-07-08T00:00",
    "disp.final, 2026-10-01T09:00, 2026-11-27T00:00",
    "disp-payment.final, 2026-05-12T14:07, 2026-06-03T17:00",
    "disp-payment.late, 2026-05-12T14:07, 2026-07-01T17:00",
    // Ofcom shortened eight weeks to six on 8 April 2026.
    "ofcom.signpost, 2026-04-07T23:59, 2026-06-03T00:00",
    "ofcom.signpost, 2026-04-08T00:00, 2026-05-21T00:00",
    "ofgem.signpost, 2026-05-12T14:07, 2026-07-08T00:00",
    // Thirty days from the day after; a Sunday rolls to Monday.
    "uk-data.acknowledgement, 2026-06-19T08:00, 2026-07-21T00:00",
    "uk-data.acknowledgement, 2026-06-22T08:00, 2026-07-23T00:00",
    // A month that has no such day ends with its last; that Saturday rolls.
    "eu-data.answer, 2026-01-31T12:00, 2026-03-03T00:00",
    "eu-data.late, 2025-11-30T12:00, 2026-03-03T00:00",
    "cfpb.response, 2026-05-12T14:07, 2026-05-28T00:00",
    "cfpb.final, 2026-05-12T14:07, 2026-07-12T00:00",
    "us-air.acknowledgement, 2026-05-12T14:07, 2026-06-12T00:00",
    "us-air.answer, 2026-05-12T14:07, 2026-07-12T00:00",
    "iso-10002.acknowledgement, 2026-05-22T18:00, 2026-05-26T17:00",
    "iso-10002.answer, 2026-05-12T14:07, 2026-06-10T17:00",
  })
  void aClockEndsOnTheDayThatTheRulesSay(String code, String received, String end) {
    assertThat(there(code, received)).isEqualTo(LocalDateTime.parse(end));
  }

  @Test
  void rulesThatWereNotInForceHaveNoClocks() {
    assertThat(Rules.clocks("uk-data", LocalDate.of(2026, 6, 18))).isEmpty();
    assertThat(Rules.clocks("uk-data", LocalDate.of(2026, 6, 19))).isNotEmpty();
  }

  @Test
  void oneVersionOfEachClockIsInForceOnAnyDay() {
    for (Regime regime : Rules.regimes()) {
      for (LocalDate day : List.of(LocalDate.of(2026, 4, 7), LocalDate.of(2026, 4, 8))) {
        assertThat(Rules.clocks(regime.code(), day))
            .extracting(ClockRule::code)
            .doesNotHaveDuplicates();
      }
    }
  }

  /** Otherwise a prepared letter would be refused for what it was prepared with. */
  @Test
  void whatIsPreparedForAPartSaysIt() {
    LocalDate today = LocalDate.of(2026, 11, 26);
    for (Regime regime : Rules.regimes()) {
      for (LetterKind kind : LetterKind.values()) {
        for (PartRule part : Rules.parts(List.of(regime.code()), kind, today)) {
          String prepared = T.say("complaints.part." + part.code());
          assertThat(part.saidIn(prepared)).as(part.code() + ": " + prepared).isTrue();
        }
      }
    }
  }

  @Test
  void everyRuleHasItsWordsAndItsSource() {
    for (Regime regime : Rules.regimes()) {
      assertThat(regime.source()).as(regime.code()).matches(".*\\d{4}-\\d\\d-\\d\\d");
      assertThat(T.knows("complaints.rules." + regime.code())).isTrue();
      assertThat(T.knows("complaints.rules." + regime.code() + ".who")).isTrue();
      for (ClockRule rule : Rules.clocks(regime.code(), LocalDate.of(2026, 11, 26))) {
        assertThat(rule.deadline().source()).isNotBlank();
        assertThat(T.knows("complaints.clock." + rule.code())).as(rule.code()).isTrue();
        assertThat(T.knows("complaints.clock." + rule.code() + ".length")).as(rule.code()).isTrue();
      }
    }
  }

  @Test
  void aPartIsFoundOverLineBreaksAndInAnyCase() {
    PartRule months =
        Rules.parts(List.of("disp"), LetterKind.FINAL_RESPONSE, LocalDate.of(2026, 1, 1)).stream()
            .filter(part -> part.code().equals("disp.six-months"))
            .findFirst()
            .orElseThrow();
    assertThat(months.saidIn("within SIX\n   months of today")).isTrue();
    assertThat(months.saidIn("within sixty months")).isFalse();
  }
}
