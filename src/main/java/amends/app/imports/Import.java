package amends.app.imports;

import amends.app.Trouble;
import amends.cases.ArrivalList;
import amends.cases.PastMatters;
import amends.customers.Changes;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.promises.BookingList;
import amends.shared.Texts;
import amends.staff.Brand;
import amends.staff.Staff;
import amends.staff.Team;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings an export along: first its people, then its tickets, then what was said in them, however
 * its files are ordered. Each batch is an act of its own, so an interrupted import is run again and
 * goes on; a dry run does everything and takes it back.
 */
public final class Import {
  private static final int BATCH = 500;

  /** The exports and lists that are understood, lists of goods apart. */
  private static final List<HelpDesk> HELP_DESKS =
      List.of(new Zendesk(), new Freshdesk(), new Zammad(), new CustomerList(), new CaseList());

  private final ApplicationContext rooms;
  private final ImportRows rows;
  private final People people;
  private final Matters matters;
  private final Words words;
  private final PlatformTransactionManager transactions;
  private final Staff staff;

  public Import(ApplicationContext rooms) {
    this.rooms = rooms;
    this.rows = new ImportRows(rooms.getBean(JdbcClient.class), rooms.getBean(InstantSource.class));
    this.staff = rooms.getBean(Staff.class);
    Customers customers = rooms.getBean(Customers.class);
    PastMatters past = rooms.getBean(PastMatters.class);
    this.people = new People(customers, rooms.getBean(Changes.class), staff);
    this.matters = new Matters(rows, past, people, rooms.getBean(Goods.class), staff);
    this.words = new Words(rows, past, customers, staff);
    this.transactions = rooms.getBean(PlatformTransactionManager.class);
  }

  /** Codes of the sources that can be imported. */
  public static List<String> sources() {
    return Stream.of(
            HELP_DESKS.stream().map(HelpDesk::name),
            GoodsLists.NEEDED.keySet().stream().sorted(),
            Stream.of(Booked.SOURCE))
        .flatMap(names -> names)
        .toList();
  }

  /**
   * @param path a file, or a folder with the export's files at any depth
   * @param brand name of the brand whose cases they become; empty for the default
   * @param dry takes everything back in the end
   * @throws Trouble when the path, the brand or a file cannot be used; what was brought stays
   */
  public Report run(
      String source, Path path, String brand, boolean dry, Consumer<String> progress) {
    Report report = new Report();
    Runnable all =
        source.equals(Booked.SOURCE)
            ? () -> booked(report, home(brand)).bring(files(path, Booked.ENDINGS))
            : GoodsLists.NEEDED.containsKey(source)
                ? () -> goods(report).bring(source, files(path, Set.of("csv")))
                : matters(helpDesk(source), path, brand, new Telling(report, progress));
    if (dry) {
      new TransactionTemplate(transactions)
          .executeWithoutResult(status -> {
            status.setRollbackOnly();
            all.run();
          });
    } else {
      all.run();
    }
    return report;
  }

  /** Whom it tells of what it does. */
  private record Telling(Report report, Consumer<String> progress) {}

  private GoodsLists goods(Report report) {
    return new GoodsLists(
        rooms.getBean(Goods.class),
        rooms.getBean(Customers.class),
        new Keeping(rooms.getBean(Texts.class), rows, report));
  }

  private Booked booked(Report report, Matters.Home home) {
    return new Booked(
        new Booked.Lists(rooms.getBean(BookingList.class), rooms.getBean(ArrivalList.class)),
        new BookingList.Usual(home.brand().id(), home.team().id()),
        rooms.getBean(Texts.class),
        rows,
        report);
  }

  private static HelpDesk helpDesk(String source) {
    return HELP_DESKS.stream()
        .filter(d -> d.name().equals(source))
        .findFirst()
        .orElseThrow(() ->
            Trouble.usedWrongly(
                "There is no source \"%s\"; it is one of %s."
                    .formatted(source, String.join(", ", sources()))));
  }

  private Runnable matters(HelpDesk desk, Path path, String brand, Telling telling) {
    List<Path> files = files(path, desk.endings());
    Matters.Home home = home(brand);
    TransactionTemplate nested = new TransactionTemplate(transactions);
    nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    Batches batches = new Batches(desk.code(), rows, nested, telling.report());
    return () -> {
      Passes passes = new Passes(desk, files, batches, telling);
      passes.pass(Item.Company.class, reads -> companies(reads, home));
      passes.pass(Item.Person.class, reads -> people(desk.code(), reads, home));
      passes.pass(Item.Matter.class, reads -> matters.bring(desk.code(), reads, home));
      passes.pass(Item.Word.class, reads -> words.bring(desk.code(), reads));
      passes.pass(Item.Aside.class, Import::kept);
    };
  }

  /** They stand in the table and in the report, and are nothing here. */
  private static List<ImportRows.Outcome> kept(List<Read> reads) {
    return reads.stream()
        .map(read -> ImportRows.Outcome.became(read, ImportRows.Known.NAME_ONLY, 0))
        .toList();
  }

  private List<ImportRows.Outcome> companies(List<Read> reads, Matters.Home home) {
    return reads.stream()
        .map(read -> people.bring(read, (Item.Company) read.item(), home.brand()))
        .toList();
  }

  private List<ImportRows.Outcome> people(String source, List<Read> reads, Matters.Home home) {
    Map<String, ImportRows.Known> companies =
        rows.known(
            source,
            Item.Company.KIND,
            reads.stream()
                .map(read -> ((Item.Person) read.item()).company())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    List<ImportRows.Outcome> outcomes = new ArrayList<>();
    for (Read read : reads) {
      try {
        outcomes.add(people.bring(read, (Item.Person) read.item(), companies, home.brand()));
      } catch (Unmapped e) {
        outcomes.add(ImportRows.Outcome.refused(read, e));
      }
    }
    return outcomes;
  }

  /** Reads all files once for each kind of item. */
  private final class Passes {
    private final HelpDesk desk;
    private final List<Path> files;
    private final Batches batches;
    private final Telling telling;

    Passes(HelpDesk desk, List<Path> files, Batches batches, Telling telling) {
      this.desk = desk;
      this.files = files;
      this.batches = batches;
      this.telling = telling;
    }

    void pass(Class<? extends Item> kind, Function<List<Read>, List<ImportRows.Outcome>> how) {
      List<Read> waiting = new ArrayList<>();
      String what = kind.getSimpleName().toLowerCase(Locale.ROOT);
      for (Path file : files) {
        telling.progress().accept("Reading each %s in %s".formatted(what, file));
        desk.each(
            file,
            found -> {
              for (Read read : read(found, kind == Item.Company.class)) {
                if (kind.isInstance(read.item())) {
                  waiting.add(read);
                }
              }
              if (waiting.size() >= BATCH) {
                batches.bring(waiting, how);
                waiting.clear();
              }
            });
      }
      batches.bring(waiting, how);
    }

    /** A record that is not understood is told of once, in the first pass. */
    private List<Read> read(Found found, boolean first) {
      try {
        return desk.read(found);
      } catch (Unmapped e) {
        if (first) {
          String key = found.file().getFileName() + "#" + found.place();
          String whole = found.fields().toString();
          rows.note(desk.code(), List.of(ImportRows.Outcome.refused("record", key, whole, e)));
          telling.report().refused("record", found, e);
        }
        return List.of();
      }
    }
  }

  private Matters.Home home(String name) {
    Brand brand =
        name.isEmpty()
            ? staff
                .defaultBrand()
                .orElseThrow(() ->
                    Trouble.couldNotRun(
                        "There is no brand yet; start ./amends run once, then import."))
            : staff.brands().stream()
                .filter(b -> b.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Trouble.usedWrongly("There is no brand called " + name + "."));
    Team team =
        staff
            .teamFor(brand.id())
            .orElseThrow(() ->
                Trouble.couldNotRun(
                    "No team answers for %s; name one under People, then import."
                        .formatted(brand.name())));
    return new Matters.Home(brand, team);
  }

  private static List<Path> files(Path path, Set<String> endings) {
    if (!Files.exists(path)) {
      throw Trouble.usedWrongly("There is nothing at %s; name a file or a folder.".formatted(path));
    }
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> files =
          all.filter(Files::isRegularFile).filter(file -> ends(file, endings)).sorted().toList();
      if (files.isEmpty()) {
        throw Trouble.usedWrongly(
            "There is no file that ends in .%s at %s."
                .formatted(String.join(" or .", new TreeSet<>(endings)), path));
      }
      return files;
    } catch (IOException e) {
      throw Trouble.couldNotRun("%s cannot be read (%s).".formatted(path, e.getMessage()));
    }
  }

  private static boolean ends(Path file, Set<String> endings) {
    String name = file.getFileName().toString();
    return endings.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }
}
