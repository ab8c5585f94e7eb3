package amends.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import amends.journal.Journal;
import amends.remedies.fulfilment.Attempt;
import amends.remedies.fulfilment.Order;
import amends.remedies.fulfilment.Orders;
import amends.remedies.fulfilment.Stop;
import amends.remedies.fulfilment.Stops;
import amends.remedies.fulfilment.Tries;
import amends.remedies.fulfilment.Tries.Elsewhere;
import amends.shared.Subject;
import amends.staff.Viewer;
import amends.testing.As;
import amends.testing.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What one gave oneself is undone within a few seconds, as if it had not been given. */
class UndoingTest extends Righting {
  private static final Duration HELD = Duration.ofSeconds(10);

  @Autowired Undoing undoing;
  @Autowired Orders orders;
  @Autowired Tries tries;
  @Autowired Stops stops;
  @Autowired Journal journal;
  @Autowired Patience patience;
  @Autowired MockMvc mvc;

  @BeforeEach
  void whatIsGivenIsHeld() {
    patience.hold(HELD);
  }

  @AfterEach
  void nothingIsHeld() {
    patience.hold(Duration.ZERO);
  }

  private Attempt attempt(RemedyGrant grant) {
    Order order = orders.of(grant.id()).orElseThrow();
    return Objects.requireNonNull(order.last());
  }

  private long left(Subject about) {
    return ((Ruling.Within) remedies.look(about, pounds(1), priya).ruling()).left().minor();
  }

  @Test
  void itIsAsIfItHadNotBeenGivenAndTheJournalSaysThatItWas() {
    Subject about = matter();
    long before = left(about);
    RemedyGrant grant = give(about, 6_000);
    assertThat(left(about)).as("of 200.00 in one matter").isEqualTo(14_000);
    assertThat(attempt(grant).readyAt()).isEqualTo(grant.grantedAt().plus(HELD));
    assertThat(undoing.open(about, priya))
        .hasValueSatisfying(open -> {
          assertThat(open.grant().id()).isEqualTo(grant.id());
          assertThat(open.until()).isEqualTo(grant.grantedAt().plus(HELD));
        });

    undoing.undo(grant.id(), priya);

    assertThat(now(grant).state()).isEqualTo(RemedyGrant.State.UNDONE);
    assertThat(left(about)).isEqualTo(before);
    assertThat(attempt(grant).state()).isEqualTo(Attempt.State.STOPPED);
    assertThat(look(grant).owed()).isFalse();
    assertThat(undoing.open(about, priya)).isEmpty();
    assertThat(journal.history(about))
        .extracting(e -> e.kind())
        .contains("remedy.granted", "remedy.undone");
    assertThat(backings.queue(hanna, 100)).extracting(RemedyGrant::id).doesNotContain(grant.id());
    assertThat(refused(() -> undoing.undo(grant.id(), priya)).key())
        .isEqualTo("remedies.refusal.undo-late");
  }

  /** One slip of a finger gave what somebody was only asked for. */
  @Test
  void whatOneApprovedIsUndoneAndWaitsForTheAnswerAgain() throws Exception {
    Request request = remedies.ask(matter(), pounds(30_000), "", priya);
    RemedyGrant grant = requests.approve(request.id(), "Of course.", hanna);
    assertThat(attempt(grant).readyAt()).isEqualTo(grant.grantedAt().plus(HELD));
    assertThat(refused(() -> undoing.undo(grant.id(), priya)).key())
        .isEqualTo("remedies.refusal.undo-own");
    String undo = "/cases/" + grant.about().id() + "/remedies/" + grant.id() + "/undoing";
    assertThat(page(hanna, "/remedies/asked")).contains(undo);

    assertThat(post(hanna, undo)).isEqualTo("/remedies/asked");
    assertThat(now(grant).state()).isEqualTo(RemedyGrant.State.UNDONE);
    assertThat(requests.get(request.id(), priya))
        .returns(true, Request::open)
        .returns(null, Request::grantId)
        .returns("", Request::words);
    assertThat(page(hanna, "/remedies/asked")).contains("ask-" + request.id()).doesNotContain(undo);
    RemedyGrant again = requests.approve(request.id(), "", hanna);
    assertThat(requests.get(request.id(), priya).grantId()).isEqualTo(again.id());
    clock.pass(HELD);
    assertThat(undoing.approved(hanna)).isEmpty();
  }

  @Test
  void afterTheTimeNothingIsUndone() {
    RemedyGrant grant = give(matter(), 6_000);
    clock.pass(HELD);
    assertThat(undoing.open(grant.about(), priya)).isEmpty();
    assertThat(refused(() -> undoing.undo(grant.id(), priya)).key())
        .isEqualTo("remedies.refusal.undo-late");
    assertThat(now(grant).state()).isEqualTo(RemedyGrant.State.GRANTED);
  }

  @Test
  void onlyWhoeverGaveItUndoesIt() {
    RemedyGrant grant = give(matter(), 6_000);
    assertThat(undoing.open(grant.about(), hanna)).isEmpty();
    assertThat(refused(() -> undoing.undo(grant.id(), hanna)).key())
        .isEqualTo("remedies.refusal.undo-own");
    assertThat(now(grant).state()).isEqualTo(RemedyGrant.State.GRANTED);
  }

  @Test
  void whatSomebodyHasDoneAlreadyStays() {
    RemedyGrant grant = give(matter(), 6_000);
    tries.done(
        attempt(grant).id(), new Elsewhere("Bank slip 12", clock.instant(), null, "12"), mira);
    assertThat(refused(() -> undoing.undo(grant.id(), priya)).key())
        .isEqualTo("remedies.refusal.undo-left");
    assertThat(now(grant).state()).isEqualTo(RemedyGrant.State.DONE);
  }

  @Test
  void whatIsStoppedOnEvidenceIsNotUndoneOverTheCustomersHead() {
    RemedyGrant grant = give(matter(), 6_000);
    stops.open(grant.id(), Stop.Reason.DOUBLE_PAYMENT, "Paid on 3 May", hanna);
    assertThat(refused(() -> undoing.undo(grant.id(), priya)).key())
        .isEqualTo("remedies.refusal.undo-left");
  }

  @Test
  void aPieceThatWasHeldIsFreeForSomebodyElse() {
    RemedyGrant grant = remedies.grant(matter(), newJug("J-103"), "", priya);
    undoing.undo(grant.id(), priya);
    RemedyGrant other = remedies.grant(matter(), newJug("J-103"), "", priya);
    assertThat(other.unitId()).isEqualTo(grant.unitId());
    undoing.undo(other.id(), priya);
  }

  @Test
  void aPackageIsUndoneWithAllOfIt() {
    Subject about = matter();
    long before = left(about);
    RemedyGrant grant =
        remedies.grant(about, Wanted.of(sorry.id(), gbp(2_000), "It broke."), "", priya);
    List<RemedyGrant> parts =
        remedies.of(about).stream().filter(one -> one.packageId() != null).toList();
    assertThat(parts).hasSize(2);
    undoing.undo(grant.id(), priya);
    assertThat(remedies.of(about))
        .hasSize(3)
        .allMatch(one -> one.state() == RemedyGrant.State.UNDONE);
    assertThat(left(about)).isEqualTo(before);
  }

  @Test
  void aLoanThatIsUndoneBridgesNothing() {
    Subject about = matter();
    RemedyGrant grant =
        remedies.grant(
            about,
            Wanted.of(loan.id(), null, "Until the jug comes.")
                .unit(unit("J-102"), null)
                .until("The jug comes in June.", in(24 * 20)),
            "",
            priya);
    undoing.undo(grant.id(), priya);
    assertThat(interims.open(about)).isEmpty();
  }

  @Test
  void theSameFormGivesNothingAfterItWasUndone() {
    Subject about = matter();
    RemedyGrant grant = remedies.grant(about, pounds(6_000), "form-1", priya);
    undoing.undo(grant.id(), priya);
    assertThat(refused(() -> remedies.grant(about, pounds(6_000), "form-1", priya)).key())
        .isEqualTo("remedies.refusal.undone");
  }

  @Test
  void oneKeyBesideTheConfirmationUndoesIt() throws Exception {
    Subject about = matter();
    RemedyGrant grant = give(about, 6_000);
    String at = "/cases/" + about.id();
    String shown = page(priya, at);
    assertThat(shown)
        .contains("id=\"undo-grant\"", "It begins to leave in a few seconds", ">z</kbd>");
    assertThat(post(priya, at + "/remedies/" + grant.id() + "/undoing")).isEqualTo(at);
    assertThat(now(grant).state()).isEqualTo(RemedyGrant.State.UNDONE);
    assertThat(page(priya, at))
        .doesNotContain("id=\"undo-grant\"")
        .contains("undone by whoever gave it");
  }

  private @Nullable String post(Viewer by, String at) throws Exception {
    return mvc.perform(
            MockMvcRequestBuilders.post(at)
                .with(As.person(by.id(), clock.instant()))
                .with(SecurityMockMvcRequestPostProcessors.csrf()))
        .andReturn()
        .getResponse()
        .getRedirectedUrl();
  }

  private String page(Viewer by, String at) throws Exception {
    return mvc.perform(MockMvcRequestBuilders.get(at).with(As.person(by.id(), clock.instant())))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
