package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import amends.cases.Search.Hit;
import amends.cases.Search.Reason;
import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Match;
import amends.customers.Stranger;
import amends.goods.Goods;
import amends.goods.OrderSheet;
import amends.goods.ProductSheet;
import amends.goods.UnitSheet;
import amends.promises.Promise;
import amends.shared.Actor;
import amends.shared.Money;
import amends.staff.Permits;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.staff.Visible;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Goods goods;
  @Autowired Cases cases;
  @Autowired Search search;
  @Autowired CaseTexts texts;
  @Autowired WordsCheck check;
  @Autowired Permits permits;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  private Fernhill world;
  private Customer greta;
  private Case kettle;

  @BeforeAll
  void aKettle() {
    world = new Fernhill(staff, customers);
    greta = customer("Greta Müller", "greta@lane.example", Locale.GERMAN);
    customers.addContact(greta.id(), Channel.PHONE, "+44 7700 900 123", Actor.SYSTEM);
    kettle =
        open(world.ruth(), "The kettle stopped heating", "Steam came out; two kettles failed.");
    index();
  }

  @Test
  void aWordIsFoundInTheFormsOfItsLanguage() {
    assertThat(found("heat")).containsExactly(kettle.id());
    assertThat(found("kettles failing")).containsExactly(kettle.id());
    Case german = open(greta, "Lieferung", "Die Spülmaschinen wurden gestern geliefert.");
    index();
    assertThat(found("spulmaschine")).containsExactly(german.id());
  }

  @Test
  void theBeginningOfALastWordIsEnough() {
    assertThat(found("kettle ste")).containsExactly(kettle.id());
  }

  @Test
  void whatIsWrittenLaterIsFoundAndWhatIsBlankedIsNot() {
    assertThat(found("thermostat")).isEmpty();
    cases.note(kettle.id(), "The thermostat was replaced.", viewer());
    index();
    assertThat(found("thermostat")).containsExactly(kettle.id());
    sql.sql("update note set words = '-' where case_id = :id").param("id", kettle.id()).update();
    search.forgetWords(List.of(kettle.id()));
    assertThat(found("thermostat")).isEmpty();
  }

  @Test
  void nobodyFindsWhatTheyMayNotSee() {
    Viewer sam = world.sam;
    assertThat(ids(search.find("kettle", permits.visible(sam), 20).cases())).isEmpty();
    assertThat(ids(search.find("" + kettle.id(), permits.visible(sam), 20).cases())).isEmpty();
    assertThat(ids(search.find("ruth", permits.visible(sam), 20).cases())).isEmpty();
  }

  @Test
  void aNameWithATypingErrorIsFoundAndSaidToBeSimilar() {
    assertThat(search.find("Gretta Muler", visible(), 20).customers())
        .extracting(match -> match.customer().id(), Match::how)
        .containsExactly(tuple(greta.id(), Match.How.RESEMBLING));
  }

  @Test
  void aTelephoneNumberIsFoundByItsEndHoweverItIsWritten() {
    for (String typed : List.of("0123", "900 123", "07700 900123", "+44 7700 900123")) {
      assertThat(search.find(typed, visible(), 20).customers())
          .as(typed)
          .extracting(match -> match.customer().id())
          .contains(greta.id());
    }
  }

  @Test
  void anOrderAndAUnitAreFoundByTheirBeginningAndTheirEnd() {
    goods.enterProducts(List.of(new ProductSheet("K1", "Kettle One", null)), Actor.SYSTEM);
    goods.enterUnits(List.of(new UnitSheet("K1", "KT-1-0042-77", null, null)), Actor.SYSTEM);
    goods.enterOrders(
        List.of(
            new OrderSheet(
                "Shop-88123", greta.id(), clock.instant(), new Money(100, "EUR"), List.of())),
        Actor.SYSTEM);
    assertThat(search.find("shop-88", visible(), 20).orders()).hasSize(1);
    assertThat(search.find("8123", visible(), 20).orders()).hasSize(1);
    assertThat(search.find("kt10042", visible(), 20).units()).hasSize(1);
    assertThat(search.find("0042-77", visible(), 20).units()).hasSize(1);
  }

  @Test
  void itSaysWhyACaseWasFound() {
    assertThat(hits("" + kettle.id()).getFirst().reason()).isEqualTo(Reason.NUMBER);
    assertThat(hits("steam").getFirst().reason()).isEqualTo(Reason.WORDS);
    assertThat(hits("steam").getFirst().text()).contains("Steam came out");
  }

  @Test
  void nothingThatIsTypedIsAQueryOrAPattern() {
    for (String typed :
        List.of("%", "_", "' or 1=1 --", "!!! & |", ":*", "a:b", "<->", "\\", "…")) {
      assertThat(hits(typed)).as(typed).isEmpty();
    }
  }

  @Test
  void aWordThatNobodyIsCalledAnyMoreIsForgotten() {
    Customer ida = customer("Ida Quarles", "ida@lane.example", Locale.ENGLISH);
    assertThat(words("quarles")).isEqualTo(1);
    customers.rename(ida.id(), "Ida Stone", Actor.SYSTEM);
    assertThat(words("quarles")).isZero();
    assertThat(words("stone")).isEqualTo(1);
  }

  @Test
  void theCheckSeesAWordThatIsNotWritten() {
    assertThat(check.run()).isEmpty();
    sql.sql("update case_text set words = to_tsvector('simple', 'other') where case_id = :id")
        .param("id", kettle.id())
        .update();
    assertThat(check.run()).hasSize(1);
    search.forgetWords(List.of(kettle.id()));
    assertThat(check.run()).isEmpty();
  }

  private long words(String word) {
    return sql.sql("select count(*) from customer_word where word = :word")
        .param("word", word)
        .query(Long.class)
        .single();
  }

  private Case open(Customer customer, String subject, String happened) {
    return cases.open(
        new NewCase(
            world.brand.id(),
            world.home.id(),
            null,
            customer.id(),
            "phone",
            subject,
            happened,
            null,
            null,
            null,
            true,
            Promise.Kind.CONTACT,
            "we call back",
            clock.instant().plus(Duration.ofHours(2)),
            Actor.SYSTEM),
        viewer());
  }

  private Customer customer(String name, String email, Locale locale) {
    return customers.meet(
        Stranger.person(name, Channel.EMAIL, email, locale, ZoneOffset.UTC), Actor.SYSTEM);
  }

  private void index() {
    while (texts.perform()) {
      continue;
    }
  }

  private Viewer viewer() {
    return world.tom;
  }

  private Visible visible() {
    return permits.visible(viewer());
  }

  private List<Hit> hits(String typed) {
    return search.find(typed, visible(), 20).cases();
  }

  private List<Long> found(String typed) {
    return ids(hits(typed));
  }

  private static List<Long> ids(List<Hit> hits) {
    return hits.stream().map(hit -> hit.row().id()).toList();
  }
}
