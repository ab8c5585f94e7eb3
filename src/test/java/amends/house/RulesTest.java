package amends.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house that a machine can see. */
class RulesTest {
  private static final int LONGEST_FILE = 350;
  private static final int MOST_ARGUMENTS = 5;

  private static final Pattern CLOCK =
      Pattern.compile(
          "\\b(Instant|LocalDate|LocalTime|LocalDateTime|ZonedDateTime|OffsetDateTime|Year|YearMonth)"
              + "\\.now\\(|\\bSystem\\.currentTimeMillis\\(|\\bnew Date\\(\\)|\\bCalendar\\.getInstance\\(");
  private static final Pattern CHANCE =
      Pattern.compile(
          "\\bMath\\.random\\(|\\bThreadLocalRandom\\b|\\bUUID\\.randomUUID\\(|\\bnew Random\\(\\)");
  private static final Pattern SOURCE_OF_TIME_OR_CHANCE =
      Pattern.compile(
          "\\bnew SecureRandom\\(|\\bInstantSource\\.system\\(|\\bClock\\.(system|tick)");
  private static final Pattern HIDDEN_FLOW =
      Pattern.compile(
          "@(Async|Scheduled|Cacheable|CacheEvict|Transactional|PreAuthorize|PostAuthorize|Secured"
              + "|TransactionalEventListener|ApplicationModuleListener|Value|Autowired)\\b");
  private static final Pattern BANNED_LIBRARY =
      Pattern.compile(
          "import (static )?(lombok|jakarta\\.persistence|javax\\.persistence|org\\.hibernate"
              + "|org\\.springframework\\.data|org\\.springframework\\.expression"
              + "|org\\.springframework\\.transaction\\.annotation|org\\.mockito|org\\.easymock"
              + "|net\\.jqwik)\\b.*");
  private static final Pattern BANNED_NAME =
      Pattern.compile(
          "\\b(class|record|interface|enum) (\\w+(Service|Manager|Impl|Helper|Utils?|Dto|DTO|Entity))\\b");
  private static final Pattern SLEEP =
      Pattern.compile("\\bThread\\.sleep\\(|\\bTimeUnit\\.\\w+\\.sleep\\(");
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "\\bUnsupportedOperationException\\b|@Disabled\\b|\\bassume(True|False|That)\\(");
  private static final Pattern NOTE_TO_SELF =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
  private static final Pattern CLOCK_IN_SQL =
      Pattern.compile(
          "\\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\\s*\\("
              + "|\\b(current_timestamp|current_date|current_time|localtimestamp|localtime)\\b");

  @Test
  void theMomentComesFromTheInjectedClock() {
    assertThat(inCode(Sources.java(Sources.MAIN), CLOCK)).isEmpty();
  }

  @Test
  void chanceIsInjectedToo() {
    assertThat(inCode(Sources.java(Sources.MAIN), CHANCE)).isEmpty();
  }

  /** Main and the command line start the real clock before there is anything to inject into. */
  @Test
  void onlyTheOutermostRoomStartsTheRealClockAndRealChance() {
    List<Path> rooms =
        Sources.java(Sources.MAIN).stream()
            .filter(file -> !Sources.room(file).equals(Rooms.TOP))
            .toList();
    assertThat(inCode(rooms, SOURCE_OF_TIME_OR_CHANCE)).isEmpty();
  }

  @Test
  void sqlIsGivenTheMomentAndReadsNoClock() {
    List<String> found = new ArrayList<>();
    for (Path file : Sources.java(Sources.MAIN)) {
      Sources.javaText(file).literals().stream()
          .filter(SqlText::looksLikeSql)
          .forEach(
              sql -> found.addAll(hits(file, String.join(" ", SqlText.words(sql)), CLOCK_IN_SQL)));
    }
    for (Path file : Sources.files(Sources.RESOURCES, ".sql")) {
      String sql = String.join(" ", SqlText.words(Sources.text(file)));
      found.addAll(hits(file, sql, CLOCK_IN_SQL));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void nothingHidesTheFlow() {
    assertThat(inCode(Sources.java(Sources.MAIN), HIDDEN_FLOW)).isEmpty();
    assertThat(inCode(allJava(), BANNED_LIBRARY)).isEmpty();
  }

  @Test
  void nobodySleeps() {
    assertThat(inCode(allJava(), SLEEP)).isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    assertThat(inCode(allJava(), UNFINISHED)).isEmpty();
    assertThat(
            in(
                allJava(),
                file -> String.join("\n", Sources.javaText(file).comments()),
                NOTE_TO_SELF))
        .isEmpty();
    assertThat(in(sqlAndTemplates(), Sources::text, NOTE_TO_SELF)).isEmpty();
  }

  @Test
  void namesSayWhatAThingIs() {
    assertThat(inCode(allJava(), BANNED_NAME)).isEmpty();
  }

  @Test
  void noFileIsTooLongToRead() {
    assertThat(
            Stream.concat(allJava().stream(), sqlAndTemplates().stream())
                .filter(file -> Sources.text(file).lines().count() > LONGEST_FILE))
        .as("files of more than %s lines", LONGEST_FILE)
        .isEmpty();
  }

  @Test
  void everyPackageIsNullMarkedAndSaysWhatItIsFor() {
    Set<String> bare = new TreeSet<>();
    for (Path file : Sources.java(Sources.MAIN)) {
      Path page = file.resolveSibling("package-info.java");
      if (!Files.exists(page)
          || !Sources.javaText(page).code().contains("@NullMarked")
          || Sources.javaText(page).comments().isEmpty()) {
        bare.add(page.toString());
      }
    }
    assertThat(bare).isEmpty();
  }

  @Test
  void nobodyNeedsMoreThanFiveThings() {
    assertThat(
            classes()
                .filter(RulesTest::isBean)
                .flatMap(bean -> bean.getConstructors().stream())
                .filter(made -> made.getRawParameterTypes().size() > MOST_ARGUMENTS)
                .map(made -> made.getFullName()))
        .isEmpty();
  }

  private static boolean isBean(JavaClass type) {
    return type.isMetaAnnotatedWith("org.springframework.stereotype.Component");
  }

  private static Stream<JavaClass> classes() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(Rooms.ROOT).stream();
  }

  private static List<Path> allJava() {
    return Stream.concat(Sources.java(Sources.MAIN).stream(), Sources.java(Sources.TESTS).stream())
        .toList();
  }

  private static List<Path> sqlAndTemplates() {
    return Stream.concat(
            Sources.files(Sources.RESOURCES, ".sql").stream(),
            Sources.files(Sources.TEMPLATES, ".jte").stream())
        .toList();
  }

  private static List<String> inCode(List<Path> files, Pattern pattern) {
    return in(files, file -> Sources.javaText(file).code(), pattern);
  }

  private static List<String> in(List<Path> files, Function<Path, String> text, Pattern pattern) {
    return files.stream().flatMap(file -> hits(file, text.apply(file), pattern).stream()).toList();
  }

  private static List<String> hits(Path file, String text, Pattern pattern) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> String.format(Locale.ROOT, "%s: %s", file, found.group().strip()))
        .toList();
  }
}
