package amends.customers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.Actor;
import amends.testing.DatabaseTest;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class FindTest {
  @Autowired Customers customers;

  @BeforeEach
  void world() {
    person("Zoë Müller-Groß", "zoe@example.org");
    person("Maud Ellery", "maud_e@example.org");
    person("Maudlin Quay", "quay@example.org");
    Customer idris = person("Idris Vane", "idris@example.org");
    customers.addContact(idris.id(), Channel.PHONE, "+44 20 7946 0333", Actor.SYSTEM);
    customers.identify(idris.id(), "K-77", Actor.SYSTEM);
  }

  @Test
  void findsByTheBeginningsOfWordsOfTheName() {
    assertThat(names("mau")).containsExactly("Maud Ellery", "Maudlin Quay");
    assertThat(names("ell mau")).containsExactly("Maud Ellery");
  }

  @Test
  void findsWhateverTheAccents() {
    assertThat(names("zoe muller")).containsExactly("Zoë Müller-Groß");
    assertThat(names("GROSS")).containsExactly("Zoë Müller-Groß");
  }

  @Test
  void findsByTheBeginningOfAnAddressOrANumber() {
    assertThat(names("idris@ex")).containsExactly("Idris Vane");
    assertThat(names("0044 20 7946")).containsExactly("Idris Vane");
    assertThat(names("K-77")).containsExactly("Idris Vane");
  }

  @Test
  void takesNothingThatIsTypedForAPatternOrAQuery() {
    assertThat(names("maud_e@")).containsExactly("Maud Ellery");
    assertThat(names("i_ris")).isEmpty();
    assertThat(names("%")).isEmpty();
    assertThat(names("'); & | ! <-> (")).isEmpty();
    assertThat(names("")).isEmpty();
  }

  @Test
  void findsANameOneLetterApartBeforeThoseThatAreFartherFromIt() {
    for (String typed : List.of("idirs vane", "idrs vane", "iddris vane", "idrix vane")) {
      assertThat(names(typed)).as(typed).containsExactly("Idris Vane");
    }
    person("Idrissa Vanes", "vanes@example.org");
    assertThat(names("idrix vane")).containsExactly("Idris Vane");
    assertThat(names("idrissandra vanes")).contains("Idrissa Vanes");
  }

  @Test
  void aNumberIsNoNameWithATypingError() {
    person("Unit 4711", "unit@example.org");
    assertThat(names("unit 4711")).containsExactly("Unit 4711");
    assertThat(names("unit 4712")).isEmpty();
  }

  @Test
  void givesNoMoreThanAsked() {
    assertThat(customers.find("mau", 1)).hasSize(1);
  }

  private List<String> names(String typed) {
    return customers.find(typed, 20).stream().map(Customer::name).toList();
  }

  private Customer person(String name, String email) {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    return customers.meet(
        Stranger.person(name, Channel.EMAIL, email, Locale.GERMANY, berlin), Actor.SYSTEM);
  }
}
