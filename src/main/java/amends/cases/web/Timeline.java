package amends.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that happened in a case, by day in the viewer's zone. */
final class Timeline {
  private Timeline() {}

  /**
   * @param more what else happened in it
   */
  static List<CaseView.Day> of(Opened opened, List<Entry> more) {
    List<Entry> all = new ArrayList<>(new LetterEntries(opened).all());
    all.addAll(new RecordEntries(opened).all());
    all.addAll(new PromiseEntries(opened).all());
    all.addAll(more);
    opened.parts().forEach(part -> all.addAll(Elsewhere.said(part)));
    all.sort(Comparator.comparing(Entry::at));
    Map<LocalDate, List<Entry>> days = new TreeMap<>();
    for (Entry entry : all) {
      LocalDate day = LocalDate.ofInstant(entry.at(), opened.t().zone());
      days.computeIfAbsent(day, d -> new ArrayList<>()).add(entry);
    }
    return days.values().stream()
        .map(entries ->
            new CaseView.Day(opened.t().dayFrom(entries.getFirst().at(), opened.now()), entries))
        .toList();
  }
}
