package amends.app.imports;

import amends.cases.PastMatter;
import amends.cases.PastMatters;
import amends.goods.Goods;
import amends.goods.Order;
import amends.shared.Actor;
import amends.staff.Brand;
import amends.staff.Person;
import amends.staff.Staff;
import amends.staff.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tickets of an export become cases of the brand and the team that were named. */
final class Matters {
  /** Whose cases they become. */
  record Home(Brand brand, Team team) {}

  private final ImportRows rows;
  private final PastMatters past;
  private final People people;
  private final Goods goods;
  private final Staff staff;

  Matters(ImportRows rows, PastMatters past, People people, Goods goods, Staff staff) {
    this.rows = rows;
    this.past = past;
    this.people = people;
    this.goods = goods;
    this.staff = staff;
  }

  List<ImportRows.Outcome> bring(String source, List<Read> reads, Home home) {
    Map<String, ImportRows.Known> known = rows.known(source, Item.Person.KIND, keys(reads));
    Set<Long> members =
        staff.peopleOf(home.team().id()).stream().map(Person::id).collect(Collectors.toSet());
    Set<Long> erased =
        rows.erased(known.values().stream().map(ImportRows.Known::targetId).toList());
    List<ImportRows.Outcome> outcomes = new ArrayList<>();
    List<Read> ready = new ArrayList<>();
    List<PastMatter> matters = new ArrayList<>();
    for (Read read : reads) {
      if (askedByErased((Item.Matter) read.item(), known, erased)) {
        outcomes.add(ImportRows.Outcome.ofErased(read));
        continue;
      }
      try {
        matters.add(past(source, (Item.Matter) read.item(), known, members, home));
        ready.add(read);
      } catch (Unmapped e) {
        outcomes.add(ImportRows.Outcome.refused(read, e));
      }
    }
    List<Long> cases = past.bring(matters, Actor.OPERATOR);
    for (int i = 0; i < ready.size(); i++) {
      outcomes.add(ImportRows.Outcome.became(ready.get(i), "case", cases.get(i)));
    }
    return outcomes;
  }

  /** Nothing of theirs comes back with an old export. */
  private static boolean askedByErased(
      Item.Matter matter, Map<String, ImportRows.Known> known, Set<Long> erased) {
    ImportRows.Known asker = matter.asker() == null ? null : known.get(matter.asker());
    return asker != null && asker.customer() && erased.contains(asker.targetId());
  }

  private static Set<String> keys(List<Read> reads) {
    return reads.stream()
        .map(read -> (Item.Matter) read.item())
        .flatMap(matter -> Stream.of(matter.asker(), matter.owner()))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private PastMatter past(
      String source,
      Item.Matter matter,
      Map<String, ImportRows.Known> known,
      Set<Long> members,
      Home home) {
    return new PastMatter(
        source,
        matter.key(),
        matter.number(),
        matter.stood(),
        home.brand().id(),
        home.team().id(),
        owner(known.get(String.valueOf(matter.owner())), members),
        customer(matter, known, home.brand()),
        matter.channel(),
        matter.subject(),
        matter.happened(),
        order(matter.order()),
        matter.openedAt(),
        matter.closedAt(),
        matter.tags(),
        matter.fields());
  }

  private long customer(Item.Matter matter, Map<String, ImportRows.Known> known, Brand brand) {
    ImportRows.Known asker = matter.asker() == null ? null : known.get(matter.asker());
    if (asker != null && asker.customer()) {
      return asker.targetId();
    }
    if (asker != null) {
      throw new Unmapped("asked-by-colleague", asker.key());
    }
    Long met = people.byAddress(matter.askerEmail(), brand);
    if (met == null) {
      throw new Unmapped("no-customer", String.valueOf(matter.asker()));
    }
    return met;
  }

  /** Who had it there has it here, when they answer in this team. */
  private static @Nullable Long owner(ImportRows.@Nullable Known known, Set<Long> members) {
    return known != null && known.person() && members.contains(known.targetId())
        ? known.targetId()
        : null;
  }

  private @Nullable Long order(@Nullable String number) {
    return number == null ? null : goods.order(number).map(Order::id).orElse(null);
  }
}
