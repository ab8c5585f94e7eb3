package amends.remedies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import amends.remedies.Statutes.Due;
import amends.remedies.Statutes.Flight;
import amends.shared.Money;
import amends.shared.Refusal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws are dated data; amounts are read without floating point. */
class StatutesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);

  @ParameterizedTest
  @CsvSource({
    "1500,  true,  179, false, ",
    "1500,  true,  180, false, 25000",
    "1500,  false, 120, true,  12500",
    "1500,  false, 121, true,  25000",
    "1501,  true,  180, false, 40000",
    "5000,  true,  300, false, 40000",
    "3500,  false, 180, true,  20000",
    "3500,  false, 181, true,  40000",
    "3501,  false, 239, false, 30000",
    "3501,  false, 240, false, 60000",
    "9000,  false, 240, true,  30000",
    "9000,  false, 241, true,  60000",
  })
  void passengersAreOwedByDistanceAndDelay(
      int kilometres, boolean union, int late, boolean rerouted, Long owed) {
    Flight flight = new Flight(kilometres, union, late, rerouted, false);
    assertThat(Statutes.eu261(flight, DAY).map(due -> due.amount().minor()))
        .isEqualTo(Optional.ofNullable(owed));
  }

  @Test
  void nothingIsOwedForWhatCouldNotBeAvoidedOrBeforeItWasLaw() {
    assertThat(Statutes.eu261(new Flight(900, true, 400, false, true), DAY)).isEmpty();
    assertThat(Statutes.eu261(new Flight(900, true, 400, false, false), LocalDate.of(2005, 2, 16)))
        .isEmpty();
    Due due = Statutes.eu261(new Flight(900, true, 400, false, false), DAY).orElseThrow();
    assertThat(due.source()).contains("261/2004");
    assertThat(due.amount().currency()).isEqualTo("EUR");
  }

  @Test
  void aRecallGivesAChoiceOfTwoSinceItIsLaw() {
    assertThat(Statutes.choice("gpsr-37", LocalDate.of(2024, 12, 12))).isEmpty();
    Statutes.Choice law = Statutes.choice("gpsr-37", DAY).orElseThrow();
    assertThat(law.least()).isEqualTo(2);
    assertThat(law.among())
        .containsExactlyInAnyOrder(Remedy.Kind.REFUND, Remedy.Kind.REPAIR, Remedy.Kind.REPLACEMENT);
  }

  @ParameterizedTest
  @CsvSource({
    "12.5,    EUR, 1250",
    "'12,50', EUR, 1250",
    "7,       eur, 700",
    "500,     JPY, 500",
    "1.234,   KWD, 1234",
    "0.07,    GBP, 7",
    "'12,345.67', GBP, 1234567",
    "'12.345,67', EUR, 1234567",
    "12 345.67,   EUR, 1234567",
    "12’345.5,    CHF, 1234550",
    "'1,234,567', JPY, 1234567",
    "'1,234.567', KWD, 1234567",
  })
  void amountsAreReadInMinorUnits(String written, String currency, long minor) {
    assertThat(Amounts.read(written, currency, "amount"))
        .isEqualTo(new Money(minor, currency.toUpperCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @CsvSource({
    "-3,          EUR, remedies.refusal.negative",
    "12.505,      EUR, remedies.refusal.decimals",
    "1.5,         JPY, remedies.refusal.decimals",
    "'1,000',     GBP, remedies.refusal.decimals",
    "12.500,      EUR, remedies.refusal.decimals",
    "'1,000',     JPY, remedies.refusal.decimals",
    "twelve,      EUR, remedies.refusal.amount",
    "1e3,         EUR, remedies.refusal.amount",
    "'',          EUR, remedies.refusal.amount",
    "1.2.3,       EUR, remedies.refusal.amount",
    "'1,23,4.5',  EUR, remedies.refusal.amount",
    "12 50,       EUR, remedies.refusal.amount",
    "'1,234.567', EUR, remedies.refusal.decimals",
    "'-1,234.50', EUR, remedies.refusal.negative",
    "99999999999, EUR, remedies.refusal.too-much",
    "5,           EURO, remedies.refusal.currency",
  })
  void whatIsNoAmountIsRefusedWithItsReason(String written, String currency, String key) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> Amounts.read(written, currency, "amount"));
    assertThat(Objects.requireNonNull(refusal).key()).isEqualTo(key);
  }
}
