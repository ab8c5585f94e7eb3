package amends.app.imports;

import amends.cases.PastMatters;
import amends.cases.PastWord;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.staff.Person;
import amends.staff.Staff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was said in tickets stands in their cases, under the names of those who said it. */
final class Words {
  private final ImportRows rows;
  private final PastMatters past;
  private final Customers customers;
  private final Staff staff;

  Words(ImportRows rows, PastMatters past, Customers customers, Staff staff) {
    this.rows = rows;
    this.past = past;
    this.customers = customers;
    this.staff = staff;
  }

  List<ImportRows.Outcome> bring(String source, List<Read> reads) {
    List<Item.Word> items = reads.stream().map(read -> (Item.Word) read.item()).toList();
    Map<String, Long> cases =
        past.known(source, items.stream().map(Item.Word::matter).collect(Collectors.toSet()));
    Set<Long> erased = rows.ofErased(cases.values());
    Authors authors = authors(source, items);
    List<ImportRows.Outcome> outcomes = new ArrayList<>();
    List<PastWord> words = new ArrayList<>();
    for (Read read : reads) {
      Item.Word word = (Item.Word) read.item();
      Long caseId = cases.get(word.matter());
      if (caseId == null) {
        outcomes.add(ImportRows.Outcome.refused(read, new Unmapped("no-matter", word.matter())));
        continue;
      }
      if (erased.contains(caseId)) {
        outcomes.add(ImportRows.Outcome.ofErased(read));
        continue;
      }
      if (!word.words().isBlank()) {
        words.add(
            new PastWord(
                caseId,
                word.key(),
                authors.side(word),
                authors.name(word),
                word.words().replace("\u0000", ""),
                word.saidAt()));
      }
      outcomes.add(ImportRows.Outcome.became(read, "case", caseId));
    }
    past.tell(words);
    return outcomes;
  }

  private Authors authors(String source, List<Item.Word> items) {
    Set<String> keys =
        items.stream().map(Item.Word::author).filter(Objects::nonNull).collect(Collectors.toSet());
    Map<String, ImportRows.Known> known = rows.known(source, Item.Person.KIND, keys);
    Set<Long> ofCustomers = ids(known, "customer");
    return new Authors(
        known,
        customers.customers(ofCustomers),
        staff.people(ids(known, "person")).stream()
            .collect(Collectors.toMap(Person::id, Person::name)));
  }

  private static Set<Long> ids(Map<String, ImportRows.Known> known, String kind) {
    return known.values().stream()
        .filter(k -> k.targetKind().equals(kind))
        .map(ImportRows.Known::targetId)
        .collect(Collectors.toSet());
  }

  /** Who the authors of a batch are. */
  private record Authors(
      Map<String, ImportRows.Known> known,
      Map<Long, Customer> customers,
      Map<Long, String> people) {

    private ImportRows.@Nullable Known of(Item.Word word) {
      return word.author() == null ? null : known.get(word.author());
    }

    String side(Item.Word word) {
      if (word.side() != null) {
        return word.side();
      }
      ImportRows.Known author = of(word);
      return author == null || author.customer() ? "customer" : "colleague";
    }

    String name(Item.Word word) {
      ImportRows.Known author = of(word);
      String name = author == null ? null : name(author);
      return name != null ? name : word.who() != null ? word.who() : "–";
    }

    private @Nullable String name(ImportRows.Known author) {
      if (author.customer()) {
        Customer customer = customers.get(author.targetId());
        return customer == null ? null : customer.name();
      }
      return author.person() ? people.get(author.targetId()) : author.name();
    }
  }
}
