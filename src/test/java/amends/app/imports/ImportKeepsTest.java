package amends.app.imports;

import static amends.app.imports.ExportFiles.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Erasures;
import amends.customers.Need;
import amends.goods.Goods;
import amends.shared.Refusal;
import amends.staff.Staff;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has no place here is kept, and what was erased does not come back. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportKeepsTest {
  @Autowired ApplicationContext rooms;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Erasures erasures;
  @Autowired Goods goods;
  @Autowired JdbcClient sql;
  @TempDir Path folder;

  private Fernhill fernhill;

  @BeforeAll
  void aHouse() {
    fernhill = new Fernhill(staff, customers);
  }

  private Report run(String source, Path path, boolean dry) {
    return new Import(rooms).run(source, path, "", dry, words -> {});
  }

  @Test
  void keepsWhatAListOfGoodsCannotBringAndAnOrderComesWholeOrNotAtAll() {
    Path lists = folder.resolve("kept");
    write(lists.resolve("customers.csv"), "name,email\nKay Lund,kay@lund.example\n");
    write(lists.resolve("products.csv"), "external_id,name,shelf\nKP1,Lamp,A4\n");
    write(lists.resolve("units.csv"), "product,serial\nKP2,KS-1\n");
    String orders =
        """
        order,customer,placed_at,currency,product,price,quantity,gift
        KO1,kay@lund.example,2026-06-01T10:00:00Z,EUR,KP1,12.50,1,
        KO1,kay@lund.example,2026-06-01T10:00:00Z,EUR,KP1,12.50,{many},
        KO2,kay@lund.example,2026-06-01T10:00:00Z,EUR,KP1,12.50,1,For Nan
        """;
    write(lists.resolve("orders.csv"), orders.replace("{many}", "two"));
    run("customers", lists.resolve("customers.csv"), false);
    Report products = run("products", lists.resolve("products.csv"), false);
    Report units = run("units", lists.resolve("units.csv"), false);
    Report first = run("orders", lists.resolve("orders.csv"), false);

    assertThat(products.lines()).anyMatch(line -> line.contains("products.shelf"));
    assertThat(units.complete()).isFalse();
    assertThat(keptOf("units")).contains("{\"serial\": \"KS-1\", \"product\": \"KP2\"}");
    assertThat(goods.order("KO1")).as("an order without one of its lines").isEmpty();
    assertThat(goods.order("KO2")).isPresent();
    assertThat(first.lines()).anyMatch(line -> line.contains("another line of order KO1"));
    assertThat(keptOf("orders").stream().filter(k -> k.contains("KO1")).toList()).hasSize(2);
    assertThat(keptOf("orders"))
        .contains("{\"gift\": \"For Nan\"}")
        .anyMatch(line -> line.contains("\"quantity\": \"two\""));

    write(
        lists.resolve("bookings.csv"),
        "external_id,customer,words,due_at\nKB1,nobody@kept.example,We come,2030-01-01T10:00:00Z\n");
    assertThat(run("bookings", lists.resolve("bookings.csv"), false).complete()).isFalse();
    assertThat(keptOf("bookings")).anyMatch(kept -> kept.contains("nobody@kept.example"));

    write(lists.resolve("orders.csv"), orders.replace("{many}", "2"));
    assertThat(run("orders", lists.resolve("orders.csv"), false).complete()).isTrue();
    assertThat(goods.order("KO1").orElseThrow().total().minor()).isEqualTo(3750);
    assertThat(keptOf("orders"))
        .contains("{\"gift\": \"For Nan\"}")
        .noneMatch(kept -> kept.contains("KO1"));
  }

  @Test
  void companiesComeWithTheirPeopleAndWhatIsNothingHereIsKept() {
    Path export = folder.resolve("companies");
    write(
        export.resolve("organizations.json"),
        """
        {"organizations":[{"id":601,"name":"Lund & Sons","domain_names":["lund.example"],
          "notes":"Pays late"}],"count":1}
        """);
    write(export.resolve("groups.json"), "{\"groups\":[{\"id\":602,\"name\":\"Night shift\"}]}");
    write(
        export.resolve("users.json"),
        """
        {"users":[{"id":603,"name":"Rolf Lund","email":"rolf@lund.example","role":"end-user",
          "organization_id":601}]}
        """);
    Report report = run("zendesk", export, false);

    assertThat(report.complete()).as("%s", report.lines()).isTrue();
    Customer rolf = customers.recognise(Channel.EMAIL, "rolf@lund.example").orElseThrow();
    assertThat(customers.companies(rolf.id()))
        .extracting(Customer::name)
        .containsExactly("Lund & Sons");
    assertThat(keptOf("company")).anyMatch(kept -> kept.contains("Pays late"));
    assertThat(keptOf("aside")).anyMatch(kept -> kept.contains("Night shift"));
    assertThat(run("zendesk", export, false).brought()).isZero();
  }

  @Test
  void whoWasErasedDoesNotComeBackWithAnOldList() {
    Path lists = folder.resolve("erased");
    String header = "number,email,name,subject,opened_at,closed_at\n";
    String row =
        "%s,Vera@Gone.example,Vera Gone,Canary %s,2026-06-01T10:00:00Z,2026-06-02T10:00:00Z\n";
    write(lists.resolve("cases.csv"), header + row.formatted("E-1", "one"));
    run("cases", lists.resolve("cases.csv"), false);
    Customer vera = customers.recognise(Channel.EMAIL, "vera@gone.example").orElseThrow();
    erasures.ask(vera.id(), fernhill.hanna.actor());
    erasures.confirm(vera.id(), fernhill.priya.actor());
    assertThat(customers.customer(vera.id()).erasedAt()).isNotNull();
    assertThatThrownBy(() ->
            customers.need(
                vera.id(),
                Need.Driver.HEALTH,
                "Call, do not write",
                "her son",
                Instant.parse("2030-01-01T00:00:00Z"),
                fernhill.priya.actor()))
        .as("nothing is written on that card any more")
        .isInstanceOf(Refusal.class);

    write(
        lists.resolve("cases.csv"),
        header + row.formatted("E-1", "one") + row.formatted("E-2", "two"));
    Report again = run("cases", lists.resolve("cases.csv"), false);

    assertThat(again.brought()).isZero();
    assertThat(again.lines()).anyMatch(line -> line.contains("its customer was erased here"));
    assertThat(customers.recognise(Channel.EMAIL, "vera@gone.example")).isEmpty();
    assertThat(
            sql.sql("select count(*) from import_item where kept::text like '%Canary%'")
                .query(Long.class)
                .single())
        .isZero();
  }

  private List<String> keptOf(String kind) {
    return sql.sql(
            "select kept::text from import_item where kind = :kind and kept is not null order by 1")
        .param("kind", kind)
        .query(String.class)
        .list();
  }
}
