package amends.remedies.web;

import amends.remedies.Amounts;
import amends.remedies.Statutes;
import amends.shared.Texts.Voice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What laws say that customers get, as it is in force on a day: to read, with the source. */
@Component
final class LawTables {
  private static final int FARTHEST = 100_000;
  private static final int MINUTES = 60;

  List<CatalogueView.Table> on(Voice t, LocalDate day) {
    List<CatalogueView.Table> tables = new ArrayList<>();
    for (Statutes.Choice law : Statutes.choices(day)) {
      String among =
          law.among().stream()
              .sorted()
              .map(kind -> t.say("remedies.kind." + kind.code()))
              .collect(Collectors.joining(", "));
      tables.add(
          new CatalogueView.Table(
              t.say("remedies.law.choice", law.least()),
              law.source(),
              Days.words(t, law.from()),
              List.of(t.say("remedies.law.choice.least"), t.say("remedies.law.choice.among")),
              List.of(List.of(String.valueOf(law.least()), among))));
    }
    List<Statutes.FlightTier> tiers = Statutes.flightTiers(day);
    if (!tiers.isEmpty()) {
      tables.add(flights(t, tiers));
    }
    return tables;
  }

  private static CatalogueView.Table flights(Voice t, List<Statutes.FlightTier> tiers) {
    return new CatalogueView.Table(
        t.say("remedies.law.flights"),
        t.say("remedies.law.flights.source"),
        Days.words(t, tiers.getFirst().from()),
        List.of(
            t.say("remedies.law.flights.far"),
            t.say("remedies.law.flights.union"),
            t.say("remedies.law.flights.late"),
            t.say("remedies.law.flights.owed"),
            t.say("remedies.law.flights.article")),
        tiers.stream()
            .map(tier ->
                List.of(
                    tier.upTo() > FARTHEST
                        ? t.say("remedies.law.flights.over", tier.over())
                        : t.say("remedies.law.flights.to", tier.over(), tier.upTo()),
                    t.say("remedies.law.flights.union." + tier.union()),
                    t.say("remedies.law.flights.hours", tier.late() / MINUTES),
                    Amounts.words(tier.amount(), t.locale()),
                    tier.source()))
            .toList());
  }
}
