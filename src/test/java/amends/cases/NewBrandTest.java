package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.staff.Brand;
import amends.staff.Brands;
import amends.staff.NewBrand;
import amends.testing.Fernhill;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A brand that an administrator adds is answered for at once, without a restart. */
class NewBrandTest extends Telling {
  @Autowired Brands house;

  private static NewBrand brand(String name, String address) {
    return new NewBrand(name, address, Locale.UK, Fernhill.LONDON);
  }

  @Test
  void mailToItsHelpAddressOpensACaseOfTheBrand() {
    Brand mill = house.add(brand("Mill", "help@mill.example"), "always", world.admin.actor());

    post.write(ruth(), "help@mill.example", id(), "The flour", "It is wet.");

    long number = sql.sql("select max(id) from amends_case").query(Long.class).single();
    assertThat(rows.get(number).brandId()).isEqualTo(mill.id());
    assertThat(rows.get(number).nextDueAt())
        .as("answered day and night")
        .isEqualTo(clock.instant().plus(Duration.ofHours(4)));
    post.deliver();
    assertThat(received("Mill").text()).contains("a person from Mill");
  }

  @Test
  void aChangedHelpAddressIsAnsweredAtOnceAndNobodyElseMayHaveIt() {
    Brand farm = house.add(brand("Farm", "help@farm.example"), "office", world.admin.actor());

    house.change(farm.id(), brand("Farm shop", "ask@farm.example"), "always", world.admin.actor());

    assertThat(staff.brandForAddress("ask@farm.example")).map(Brand::name).contains("Farm shop");
    assertThat(staff.brandForAddress("help@farm.example")).isEmpty();
    assertThatThrownBy(() ->
            house.change(
                farm.id(), brand("Farm", "help@fernhill.example"), "always", world.admin.actor()))
        .hasMessage("staff.refused.sender_taken");
    assertThatThrownBy(
            () -> house.add(brand("Barn", "help@barn.example"), "never", world.admin.actor()))
        .hasMessage("staff.refused.calendar");
    assertThat(staff.brandForAddress("help@barn.example")).as("wholly refused").isEmpty();
  }
}
