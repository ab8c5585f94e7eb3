package amends.remedies.web;

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
    return tables;
  }
}
