package amends.messages.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.Ledger;
import amends.cases.NewCase;
import amends.cases.PromisedWithOthers;
import amends.messages.broadcast.After.Earlier;
import amends.messages.broadcast.After.Given;
import amends.messages.broadcast.After.How;
import amends.messages.broadcast.Broadcast.Words;
import amends.promises.Promise;
import amends.testing.As;
import amends.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What was promised to many stands beside what was promised to one. */
class PromisedToManyTest extends WordToMany {
  @Autowired Cases cases;
  @Autowired PromisedWithOthers withOthers;
  @Autowired MockMvc mvc;

  @Test
  void itStandsWhereverSomebodyLooksAtOneOfThem() throws Exception {
    Case matter = cases.open(world.brokenJug(clock.instant()), world.priya);
    long ruth = matter.customerId();
    long anna = world.customer("Anna Berg", "anna@berg.example").id();
    Case lamp = cases.open(about(anna, "The lamp flickers"), world.priya);
    String hers = "/cases/" + matter.id();
    long before = count("promise");
    long first = going(inDays(2), null);
    post.deliverToMany();

    assertThat(page("/promises?customer=" + ruth)).contains(NEXT, ">to many<", "Ruth Adeyemi");
    assertThat(page("/promises?customer=" + ruth)).doesNotContain("Anna Berg");
    assertThat(page(hers)).contains(NEXT, "Said to many at once").doesNotContain(promised(first));
    assertThat(page(hers + "/customer")).contains(NEXT, "(promised to you and to others)");
    assertThat(count("promise") - before)
        .as("one for each, and looking writes nothing")
        .isEqualTo(2);

    going(inDays(5), new Earlier(first, How.MOVED));
    post.deliverToMany();
    assertThat(page(hers + "/customer"))
        .contains("changed, and we told you", "(promised to you and to others)");

    long named = broadcasts.write(said("Yours alone", inDays(3)), world.admin);
    broadcasts.whom(named, "cases", Map.of("about", "lamp"), null, world.admin);
    work();
    start(named);
    post.deliverToMany();
    Case second = cases.open(about(anna, "The kettle is cold"), world.priya);
    assertThat(promisedIn(lamp, false)).as("it names this case").containsExactly("Yours alone");
    assertThat(promisedIn(second, true)).doesNotContain("Yours alone").contains(NEXT);
    assertThat(promisedIn(second, false)).as("somebody else's eyes").isEmpty();
    clock.pass(Duration.ofDays(4));
    ring();
    assertThat(ledger.kept(TestClock.START, clock.instant(), null, anna, world.admin))
        .as("by the moment first promised")
        .returns(1, Ledger.Kept::moved)
        .returns(1, Ledger.Kept::broken);
    assertThat(page("/cases/" + lamp.id() + "/customer")).contains("not kept: it was due");
    going(null, new Earlier(named, How.KEPT));
    post.deliverToMany();
    assertThat(page("/cases/" + lamp.id() + "/customer")).contains("too late: due");
    clock.pass(Duration.ofDays(31));
    ring();
    assertThat(promisedIn(lamp, true)).doesNotContain("Yours alone");
    allHolds();
  }

  private List<String> promisedIn(Case matter, boolean whole) {
    return withOthers.of(matter, whole).stream().map(Promise::words).toList();
  }

  private NewCase about(long customer, String subject) {
    return new NewCase(
        world.brand.id(),
        world.home.id(),
        world.priya.id(),
        customer,
        "phone",
        subject,
        "It is so.",
        null,
        null,
        null,
        true,
        Promise.Kind.CONTACT,
        "we ring you",
        inDays(40),
        world.priya.actor());
  }

  private String promised(long broadcast) {
    long id =
        sql.sql("select min(id) from promise where subject_kind = 'broadcast' and subject_id = :id")
            .param("id", broadcast)
            .query(Long.class)
            .single();
    return "/promises/" + id + "/move";
  }

  private Words said(String next, Instant due) {
    Words plain = said(due, null);
    return new Words(
        plain.brandId(),
        plain.purpose(),
        plain.ways(),
        plain.subject(),
        plain.body(),
        new After(new Given(next, due), null));
  }

  private String page(String path) throws Exception {
    MockHttpServletResponse answer =
        mvc.perform(get(path).with(As.person(world.hanna.id()))).andReturn().getResponse();
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    answer.setCharacterEncoding("UTF-8");
    return answer.getContentAsString();
  }
}
