package amends.app.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One act for each batch. Where the database refuses one, the batch is halved until the record that
 * it refuses stands alone: the others are brought.
 */
final class Batches {
  private final String source;
  private final ImportRows rows;
  private final TransactionTemplate nested;
  private final Report report;

  Batches(String source, ImportRows rows, TransactionTemplate nested, Report report) {
    this.source = source;
    this.rows = rows;
    this.nested = nested;
    this.report = report;
  }

  /** Brings what is not known yet; {@code how} gives one outcome for each. */
  void bring(List<Read> batch, Function<List<Read>, List<ImportRows.Outcome>> how) {
    if (batch.isEmpty()) {
      return;
    }
    Map<String, Read> byKey = new LinkedHashMap<>();
    batch.forEach(read -> byKey.put(read.item().key(), read));
    String kind = batch.getFirst().item().kind();
    Map<String, ImportRows.Known> known = rows.known(source, kind, byKey.keySet());
    List<Read> fresh = new ArrayList<>();
    for (Read read : byKey.values()) {
      ImportRows.Known before = known.get(read.item().key());
      if (before == null) {
        fresh.add(read);
      } else {
        report.known(kind, !java.util.Arrays.equals(before.hash(), ImportRows.hash(read)));
      }
    }
    halve(fresh, how);
  }

  private void halve(List<Read> reads, Function<List<Read>, List<ImportRows.Outcome>> how) {
    if (reads.isEmpty()) {
      return;
    }
    try {
      nested.executeWithoutResult(status -> {
        List<ImportRows.Outcome> outcomes = how.apply(reads);
        rows.note(source, outcomes);
        tell(reads, outcomes);
      });
    } catch (DataAccessException e) {
      if (reads.size() == 1) {
        refuse(reads.getFirst(), e);
        return;
      }
      halve(reads.subList(0, reads.size() / 2), how);
      halve(reads.subList(reads.size() / 2, reads.size()), how);
    }
  }

  private void refuse(Read read, DataAccessException e) {
    Unmapped why = new Unmapped("database", String.valueOf(e.getMostSpecificCause().getMessage()));
    ImportRows.Outcome outcome = ImportRows.Outcome.refused(read, why);
    nested.executeWithoutResult(status -> rows.note(source, List.of(outcome)));
    tell(List.of(read), List.of(outcome));
  }

  private void tell(List<Read> reads, List<ImportRows.Outcome> outcomes) {
    Map<String, Read> byKey = new LinkedHashMap<>();
    reads.forEach(read -> byKey.put(read.item().key(), read));
    for (ImportRows.Outcome outcome : outcomes) {
      Read read = Objects.requireNonNull(byKey.get(outcome.key()));
      if (outcome.reason() == null) {
        report.brought(outcome.kind(), read.kept().propertyNames());
      } else {
        report.refused(
            outcome.kind(),
            read.found(),
            new Unmapped(outcome.reason(), String.valueOf(outcome.detail())));
      }
    }
  }
}
