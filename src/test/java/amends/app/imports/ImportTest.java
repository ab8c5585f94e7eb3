package amends.app.imports;

import static amends.app.imports.ExportFiles.write;
import static amends.app.imports.ExportFiles.writeBytes;
import static amends.app.imports.ExportFiles.zendesk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import amends.app.Trouble;
import amends.cases.Case;
import amends.cases.CaseFile;
import amends.cases.CaseFiles;
import amends.cases.Cases;
import amends.cases.PastWord;
import amends.cases.Tags;
import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.Order;
import amends.promises.Promise;
import amends.shared.Check;
import amends.shared.Money;
import amends.staff.Staff;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportTest {
  @Autowired ApplicationContext rooms;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Goods goods;
  @Autowired Cases cases;
  @Autowired CaseFiles files;
  @Autowired Tags tags;
  @Autowired JdbcClient sql;
  @Autowired List<Check> checks;
  @TempDir Path folder;

  private Fernhill fernhill;

  @BeforeAll
  void aHouse() {
    fernhill = new Fernhill(staff, customers);
  }

  @Test
  void bringsTicketsOfZendeskWithTheirPeopleAndWordsInWhateverOrderTheFilesAre() {
    Path export = zendesk(folder, "order", 7000);

    Report report = run("zendesk", export, false);

    assertThat(report.complete()).as("%s", report.lines()).isTrue();
    Case open = only("zendesk", "7001");
    assertThat(open.closedAt()).isNull();
    assertThat(open.subject()).isEqualTo("The kettle leaks");
    assertThat(open.ownerId()).isEqualTo(fernhill.priya.actor().id());
    assertThat(open.openedAt()).isEqualTo(Instant.parse("2026-09-01T08:00:00Z"));
    CaseFile file = files.of(open.id(), fernhill.priya);
    assertThat(file.promises()).extracting(Promise::kind).containsExactly(Promise.Kind.LOOK);
    assertThat(past(file).words())
        .extracting(PastWord::side, PastWord::who, PastWord::words)
        .containsExactly(
            tuple("customer", "Mara Voss", "It leaks at the handle."),
            tuple("colleague", "Priya Nair", "We send a new one."),
            tuple("note", "Old Hand", "Third one this week."));
  }

  @Test
  void leavesWhatHadEndedThereEndedAndWithoutAnyPromise() {
    run("zendesk", zendesk(folder, "ended", 7100), false);

    Case ended = only("zendesk", "7102");
    assertThat(ended.closedAt()).isEqualTo(Instant.parse("2026-08-05T10:00:00Z"));
    assertThat(files.of(ended.id(), fernhill.priya).promises()).isEmpty();
    for (Check check : checks) {
      assertThat(check.run()).as(check.code()).isEmpty();
    }
  }

  @Test
  void takesUpAgainWhatHadEndedThere() {
    run("zendesk", zendesk(folder, "again", 7200), false);
    Case ended = only("zendesk", "7202");

    cases.reopen(
        ended.id(),
        "It leaks again",
        "We write to you",
        Instant.parse("2027-01-05T10:00:00Z"),
        fernhill.priya);

    assertThat(cases.see(ended.id(), fernhill.priya).closedAt()).isNull();
  }

  @Test
  void bringsNothingTwice() {
    Path export = zendesk(folder, "twice", 7300);
    run("zendesk", export, false);
    Map<String, Long> before = counts();

    Report again = run("zendesk", export, false);

    assertThat(again.brought()).isZero();
    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void takesEverythingBackAfterADryRun() {
    Path export = zendesk(folder, "dry", 7400);
    Map<String, Long> before = counts();

    Report report = run("zendesk", export, true);

    assertThat(report.brought()).isPositive();
    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void listsAndKeepsWhatHasNoPlaceHereAndTriesItAgainWhenItHas() {
    Path export = folder.resolve("late");
    write(
        export.resolve("tickets.json"),
        """
        {"tickets":[{"id":7501,"subject":"Where is it?","description":"I wait.","status":"open",
          "requester_id":75,"created_at":"2026-09-01T08:00:00Z","updated_at":"2026-09-01T08:00:00Z",
          "tags":["VIP","x"],"shop":"north"}],"count":1}
        """);

    Report first = run("zendesk", export, false);
    assertThat(first.complete()).isFalse();
    assertThat(first.lines())
        .anyMatch(line -> line.contains("its customer 75 is not known; import the people first"));
    assertThat(kept("7501")).contains("\"requester_id\": 75");

    write(
        export.resolve("users.json"),
        """
        {"users":[{"id":75,"name":"Late Comer","email":"late@comer.example","role":"end-user"}]}
        """);
    Report second = run("zendesk", export, false);

    assertThat(second.complete()).as("%s", second.lines()).isTrue();
    assertThat(only("zendesk", "7501").closedAt()).isNull();
    assertThat(kept("7501")).isEqualTo("{\"shop\": \"north\"}");
    assertThat(tags.of(only("zendesk", "7501").id())).containsExactly("vip", "x");
  }

  @Test
  void bringsTicketsOfFreshdeskWithTheirConversations() {
    Path export = folder.resolve("freshdesk");
    write(
        export.resolve("contacts.json"),
        """
        [{"id":9001,"name":"Ines Roca","email":"ines@roca.example","phone":null,
          "mobile":"+34 600 100 200","language":"es","time_zone":"Madrid"}]
        """);
    write(
        export.resolve("tickets.json"),
        """
        [{"id":41,"subject":"Wrong colour","description":"<p>Blue,&nbsp;not green</p>","status":2,
          "source":3,"requester_id":9001,"responder_id":null,"created_at":"2026-10-01T09:00:00Z",
          "updated_at":"2026-10-02T09:00:00Z","tags":[],"custom_fields":{"cf_shop":"north"},
          "conversations":[{"id":1,"body_text":"We look","incoming":false,"private":false,
            "user_id":5,"created_at":"2026-10-01T10:00:00Z"}]},
         {"id":42,"subject":"Done","description_text":"Thanks","status":5,"source":1,
          "requester_id":9001,"created_at":"2026-10-01T09:00:00Z","updated_at":"2026-10-02T09:00:00Z",
          "stats":{"resolved_at":"2026-10-01T12:00:00Z"}}]
        """);

    Report report = run("freshdesk", export, false);

    assertThat(report.complete()).as("%s", report.lines()).isTrue();
    Case wrong = only("freshdesk", "41");
    assertThat(wrong.channel()).isEqualTo("phone");
    assertThat(wrong.happened()).isEqualTo("Blue, not green");
    assertThat(past(files.of(wrong.id(), fernhill.priya)).words()).hasSize(1);
    assertThat(only("freshdesk", "42").closedAt()).isEqualTo(Instant.parse("2026-10-01T12:00:00Z"));
    Customer ines = customers.recognise(Channel.PHONE, "+34600100200").orElseThrow();
    assertThat(ines.locale().getLanguage()).isEqualTo("es");
  }

  @Test
  void bringsTicketsOfZammadWithTheirArticles() {
    Path export = folder.resolve("zammad");
    write(
        export.resolve("a_articles.json"),
        """
        [{"id":1,"ticket_id":3,"from":"Jo Falk <jo@falk.example>","body":"<div>Nothing came</div>",
          "content_type":"text/html","internal":false,"sender":"Customer","created_by_id":8,
          "created_at":"2026-07-01T07:00:00.000Z"}]
        """);
    write(
        export.resolve("tickets.json"),
        """
        [{"id":3,"number":"22043","title":"No parcel","state_id":2,"customer_id":8,"owner_id":1,
          "created_at":"2026-07-01T07:00:00.000Z","updated_at":"2026-07-01T07:00:00.000Z"}]
        """);
    write(
        export.resolve("users.json"),
        """
        [{"id":8,"login":"jo@falk.example","firstname":"Jo","lastname":"Falk",
          "email":"jo@falk.example","role_ids":[3],"active":true}]
        """);

    Report report = run("zammad", export, false);

    assertThat(report.complete()).as("%s", report.lines()).isTrue();
    Case opened = only("zammad", "3");
    CaseFile.Past past = past(files.of(opened.id(), fernhill.priya));
    assertThat(past.number()).isEqualTo("22043");
    assertThat(past.words()).extracting(PastWord::words).containsExactly("Nothing came");
    assertThat(past.words()).extracting(PastWord::who).containsExactly("Jo Falk");
  }

  @Test
  void bringsListsOfCustomersGoodsAndCases() {
    Path lists = folder.resolve("lists");
    write(
        lists.resolve("customers.csv"),
        "\ufeffexternal_id,name,email,phone,language,zone\nC1,\"Roe, Jane\",jane@roe.example,,en,Europe/Dublin\n");
    write(lists.resolve("products.csv"), "external_id,name,brand\nP1,Jug,Fernhill\nP2,Kettle,\n");
    write(lists.resolve("units.csv"), "product,serial,lot\nP1,SN-1,L1\nP9,SN-2,\n");
    write(
        lists.resolve("orders.csv"),
        """
        order,customer,placed_at,currency,product,price,quantity,serial,payment,paid,country
        O1,C1,2026-06-01T10:00:00Z,EUR,P1,12.50,1,SN-1,pi_1,70.50,de
        O1,C1,2026-06-01T10:00:00Z,EUR,P2,30,2,,pi_1,70.50,de
        O2,nobody,2026-06-01T10:00:00Z,EUR,P2,30,1,,,,
        """);
    write(
        lists.resolve("cases.csv"),
        """
        number,email,subject,opened_at,happened,order
        K-1,jane@roe.example,Handle loose,2026-06-09T10:00:00Z,It wobbles,O1
        """);

    assertThat(run("customers", lists.resolve("customers.csv"), false).complete()).isTrue();
    assertThat(run("products", lists.resolve("products.csv"), false).complete()).isTrue();
    Report units = run("units", lists.resolve("units.csv"), false);
    Report orders = run("orders", lists.resolve("orders.csv"), false);
    Report matters = run("cases", lists.resolve("cases.csv"), false);

    assertThat(units.lines()).anyMatch(line -> line.contains("units.csv, record 2: "));
    assertThat(units.brought()).isEqualTo(1);
    assertThat(orders.lines())
        .anyMatch(line -> line.contains("orders.csv, record 3: its customer nobody is not known"));
    assertThat(goods.order("O1").orElseThrow().total().minor()).isEqualTo(7250);
    assertThat(goods.order("O1").orElseThrow().terms())
        .isEqualTo(new Order.Terms("pi_1", new Money(7050, "EUR"), "DE"));
    assertThat(matters.complete()).as("%s", matters.lines()).isTrue();
    Case loose = only("csv", "K-1");
    assertThat(loose.orderId()).isEqualTo(goods.order("O1").orElseThrow().id());
    assertThat(customers.customer(loose.customerId()).name()).isEqualTo("Roe, Jane");
  }

  @Test
  void saysWhereAFileIsBroken() {
    Path broken = folder.resolve("broken.json");
    write(broken, "{\"tickets\":[{\"id\":1,\n  \"subject\" oh}]}");

    assertThatThrownBy(() -> run("zendesk", broken, false))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("is not JSON at line 2");
    Path latin = folder.resolve("latin.csv");
    writeBytes(latin, new byte[] {'n', 'a', 'm', 'e', '\n', (byte) 0xe9, '\n'});
    assertThatThrownBy(() -> run("customers", latin, false))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("is not UTF-8");
    assertThatThrownBy(() -> run("helpscout", latin, false))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("There is no source \"helpscout\"");
  }

  private Report run(String source, Path path, boolean dry) {
    return new Import(rooms).run(source, path, "", dry, words -> {});
  }

  private static CaseFile.Past past(CaseFile file) {
    return Objects.requireNonNull(file.told().past());
  }

  private Case only(String source, String key) {
    long id =
        sql.sql("select case_id from past_matter where source = :source and external_id = :key")
            .param("source", source)
            .param("key", key)
            .query(Long.class)
            .single();
    return cases.see(id, fernhill.hanna);
  }

  private String kept(String key) {
    return sql.sql(
            "select kept::text from import_item where kind = 'matter' and external_id = :key")
        .param("key", key)
        .query(String.class)
        .single();
  }

  private Map<String, Long> counts() {
    return Map.of(
        "cases", count("amends_case"),
        "words", count("past_word"),
        "customers", count("customer"),
        "items", count("import_item"),
        "promises", count("promise"),
        "journal", count("journal_entry"));
  }

  private long count(String table) {
    return sql.sql("select count(*) from " + table).query(Long.class).single();
  }
}
