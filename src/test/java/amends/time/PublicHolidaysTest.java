package amends.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Days that everybody there knows, against the rules that compute them. */
class PublicHolidaysTest {
  @Test
  void knowsThePlacesThatCustomersLiveIn() {
    List<String> codes = PublicHolidays.places().stream().map(PublicHolidays.Place::code).toList();
    assertThat(codes)
        .contains(
            "DE", "DE-BY", "DE-SN", "AT", "CH-ZH", "FR", "FR-67", "ES-CT", "IT", "PT", "NL", "BE",
            "LU", "IE", "GB-ENG", "GB-SCT", "GB-NIR", "GB-WLS", "PL", "CZ", "DK", "SE", "NO", "FI",
            "US", "US-FED", "CA", "CA-ON", "CA-FED");
    assertThat(codes).allMatch(PublicHolidays::knows);
    assertThat(PublicHolidays.knows("DE-XX")).isFalse();
    assertThat(PublicHolidays.knows("moon")).isFalse();
    assertThat(PublicHolidays.knows("")).isFalse();
  }

  @Test
  void landsDiffer() {
    assertThat(days("DE-BY", 2026)).contains(day(1, 6), day(6, 4), day(11, 1));
    assertThat(days("DE-BE", 2026)).contains(day(3, 8)).doesNotContain(day(1, 6), day(6, 4));
    assertThat(days("DE-SN", 2026)).contains(day(10, 31), day(11, 18));
    assertThat(days("DE-NI", 2026)).contains(day(10, 31)).doesNotContain(day(11, 18));
    assertThat(days("GB-SCT", 2026)).contains(day(1, 2), day(11, 30)).doesNotContain(day(4, 6));
    assertThat(days("GB-NIR", 2026)).contains(day(3, 17), day(7, 13));
  }

  @Test
  void yearsInForceAreKept() {
    assertThat(days("DE-BE", 2018)).doesNotContain(LocalDate.of(2018, 3, 8));
    assertThat(days("IT", 2025)).doesNotContain(LocalDate.of(2025, 10, 4));
    assertThat(days("IT", 2026)).contains(day(10, 4));
    assertThat(days("DK", 2023)).contains(LocalDate.of(2023, 5, 5));
    assertThat(days("DK", 2024)).doesNotContain(LocalDate.of(2024, 4, 26));
    assertThat(days("US-FED", 2020)).doesNotContain(LocalDate.of(2020, 6, 19));
    assertThat(days("CA-FED", 2020)).doesNotContain(LocalDate.of(2020, 9, 30));
  }

  @Test
  void whatFallsOnAWeekendIsKeptOnAnotherDayWhereTheLawSaysSo() {
    assertThat(days("GB-ENG", 2022)).contains(LocalDate.of(2022, 1, 3), LocalDate.of(2022, 12, 27));
    assertThat(days("US-FED", 2021))
        .as("New Year's Day of 2022 is kept on the Friday before")
        .contains(LocalDate.of(2021, 12, 31), LocalDate.of(2021, 7, 5));
    assertThat(days("US-FED", 2022)).doesNotContain(LocalDate.of(2021, 12, 31));
    assertThat(days("US-FED", 2026))
        .containsExactlyInAnyOrder(
            day(1, 1),
            day(1, 19),
            day(2, 16),
            day(5, 25),
            day(6, 19),
            day(7, 3),
            day(9, 7),
            day(10, 12),
            day(11, 11),
            day(11, 26),
            day(12, 25));
    assertThat(days("CA-FED", 2026)).contains(day(5, 18), day(9, 30), day(10, 12));
    assertThat(days("NL", 2025)).as("the King's day moves").contains(LocalDate.of(2025, 4, 26));
    assertThat(days("IE", 2026)).contains(day(2, 2), day(6, 1), day(10, 26));
  }

  @Test
  void easterFollowsBothCalendars() {
    assertThat(days("FR", 2027)).contains(LocalDate.of(2027, 3, 29));
    assertThat(days("GR", 2027)).as("Orthodox Easter Monday").contains(LocalDate.of(2027, 5, 3));
    assertThat(days("SE", 2026)).as("Midsummer's day").contains(day(6, 20), day(10, 31));
  }

  @Test
  void tellsThemInTheReadersLanguage() {
    Holiday labour = PublicHolidays.on("DE", day(5, 1)).orElseThrow();
    assertThat(labour.in(Locale.GERMANY)).isEqualTo("Tag der Arbeit");
    assertThat(labour.in(Locale.UK)).isEqualToIgnoringCase("Labour Day");
  }

  @Test
  void aHouseAddsDaysAndWorksOnOthers() {
    LocalDate inventory = day(1, 7);
    DaysOff off = new DaysOff("DE-BY", Map.of(inventory, "Stocktaking"), Set.of(day(1, 6)));
    assertThat(off.on(inventory)).map(Holiday::name).contains("Stocktaking");
    assertThat(off.on(day(1, 6))).isEmpty();
    assertThat(off.on(day(5, 1))).isPresent();
  }

  private static Set<LocalDate> days(String place, int year) {
    return PublicHolidays.of(place, year).keySet();
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }

  @Test
  void namesEachDayOfAPlaceOnce() {
    for (String place : Arrays.asList("DE-BY", "AT", "CH-ZH", "US-FED", "CA-ON")) {
      assertThat(PublicHolidays.of(place, 2026).values())
          .as(place)
          .allSatisfy(day -> assertThat(day.name()).isNotBlank());
    }
  }
}
