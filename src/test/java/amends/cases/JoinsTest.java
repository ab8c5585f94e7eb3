package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.journal.Recorded;
import amends.messages.Message;
import amends.promises.Promise;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.staff.Forbidden;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Two cases become one and two again; another matter gets a case of its own. */
class JoinsTest extends Telling {
  @Autowired Joins joins;
  @Autowired Links links;
  @Autowired Splits splits;

  private static final Draft NOTHING = new Draft("They are two.", null, null, false);

  private void merge(Case duplicate, Case survivor) {
    joins.merge(duplicate.id(), survivor.id(), "The same jug.", false, world.priya);
  }

  private Set<Long> promisesOf(Case matter) {
    return promises.about(matter.asSubject()).stream()
        .map(Promise::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<Long> messagesOf(Case matter) {
    return messages.about(matter.asSubject()).stream()
        .map(Message::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theSurvivorOwesWhatTheDuplicateOwedAndMailToItsAddressLandsThere() {
    Case survivor = ruthWrites("The jug", "Broken.");
    Case duplicate = ruthWrites("The jug again", "Still broken.");
    post.deliver();
    String address = emailAddress(duplicate);
    Promise owed = next(duplicate);

    merge(duplicate, survivor);
    merge(duplicate, survivor);

    assertThat(now(duplicate).closed()).isTrue();
    assertThat(promisesOf(survivor)).contains(owed.id());
    assertThat(joins.merged(duplicate.id())).isPresent();
    assertThat(journal.history(survivor.asSubject()))
        .extracting(Recorded::kind)
        .containsOnlyOnce("case.merged");
    post.write(ruth(), address, id(), "Re: The jug again", "Any news?");
    assertThat(messages.about(survivor.asSubject()).getLast().text()).contains("Any news?");
    assertThat(links.of(survivor.id(), world.priya))
        .extracting(Links.Relative::role)
        .containsExactly(Links.Role.DUPLICATE);
  }

  @Test
  void takenApartEachHasItsOwnAndWhatWasDoneMeanwhileStays() {
    Case survivor = ruthWrites("The oven", "Cold.");
    Case duplicate = ruthWrites("The other oven", "Cold too.");
    post.deliver();
    Promise owed = next(duplicate);
    merge(duplicate, survivor);
    Instant due = clock.instant().plus(Duration.ofHours(20));
    cases.reply(survivor.id(), promising("Sorry.", "we come", due), world.priya);
    long reply = messages.about(survivor.asSubject()).getLast().id();

    joins.unmerge(duplicate.id(), NOTHING, world.priya);

    assertThat(now(duplicate).closed()).isFalse();
    assertThat(promisesOf(duplicate)).contains(owed.id());
    assertThat(next(duplicate).about()).isEqualTo(duplicate.asSubject());
    assertThat(next(survivor).words()).isEqualTo("we come");
    assertThat(messagesOf(survivor)).contains(reply);
    post.deliver();
    assertThat(promises.promise(owed.id()).moments().keptAt()).isNotNull();
    assertThatThrownBy(() -> joins.unmerge(duplicate.id(), NOTHING, world.priya))
        .hasMessage("cases.refusal.not-merged");
  }

  /** However they are merged and taken apart again, each is left with what was its own. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void mergedAndTakenApartEachHasItsOwnPromisesAndMessages(long seed) {
    Random random = new Random(seed);
    List<Case> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Case matter = ruthWrites("Matter " + i + " of " + seed, "Words.");
      if (random.nextBoolean()) {
        cases.reply(
            matter.id(),
            promising("Sorry.", "we call", clock.instant().plus(Duration.ofHours(3 + i))),
            world.priya);
      }
      if (random.nextBoolean()) {
        post.deliver();
      }
      if (random.nextInt(3) == 0) {
        clock.set(next(matter).dueAt());
        ring();
      }
      all.add(matter);
    }
    post.deliver();
    Map<Long, Set<Long>> promised = new HashMap<>();
    Map<Long, Set<Long>> said = new HashMap<>();
    all.forEach(matter -> promised.put(matter.id(), promisesOf(matter)));
    all.forEach(matter -> said.put(matter.id(), messagesOf(matter)));

    List<Case> merged = new ArrayList<>();
    List<Case> open = new ArrayList<>(all);
    while (open.size() > 1 && merged.size() < 3) {
      Case duplicate = open.remove(random.nextInt(open.size()));
      merge(duplicate, open.get(random.nextInt(open.size())));
      merged.add(duplicate);
    }
    while (!merged.isEmpty()) {
      Case duplicate = merged.remove(random.nextInt(merged.size()));
      joins.unmerge(duplicate.id(), NOTHING, world.priya);
    }

    for (Case matter : all) {
      assertThat(promisesOf(matter)).containsAll(promised.get(matter.id()));
      assertThat(messagesOf(matter)).isEqualTo(said.get(matter.id()));
      assertThat(now(matter).closed()).isFalse();
      assertThat(next(matter).about()).isEqualTo(matter.asSubject());
    }
  }

  @Test
  void twoCustomersBecomeOneOnlyWhenSomebodySaysSoAndAreTwoAgain() {
    Case survivor = ruthWrites("Ruth's lamp", "Dark.");
    test += 500;
    Case other = ruthWrites("Her lamp from work", "Dark.");
    assertThat(other.customerId()).isNotEqualTo(survivor.customerId());
    assertThatThrownBy(() -> merge(other, survivor)).hasMessage("cases.refusal.other-customer");

    joins.merge(other.id(), survivor.id(), "The same Ruth.", true, world.priya);
    assertThat(customers.standing(other.customerId())).isEqualTo(survivor.customerId());
    assertThat(customers.contacts(survivor.customerId())).hasSize(2);
    post.deliver();
    post.write(ruth(), emailAddress(other), id(), "Re: lamp", "From work again.");
    assertThat(messages.about(survivor.asSubject()).getLast().text()).contains("From work");

    joins.unmerge(other.id(), NOTHING, world.priya);
    assertThat(customers.standing(other.customerId())).isEqualTo(other.customerId());
    assertThat(customers.contacts(survivor.customerId())).hasSize(1);
  }

  @Test
  void mergingNeedsBothCases() {
    Case survivor = ruthWrites("The seen chair", "Wobbly.");
    Case duplicate = ruthWrites("The unseen chair", "Wobbly.");
    assertThatThrownBy(() -> joins.merge(duplicate.id(), survivor.id(), "Same.", false, world.sam))
        .isInstanceOf(NotFound.class);
    cases.handOver(survivor.id(), "team:" + world.workshop.id(), "Yours.", world.hanna);
    String seen = refusal(() -> merge(duplicate, survivor));
    String missing =
        refusal(() -> joins.merge(duplicate.id(), 999_999, "Same.", false, world.priya));
    assertThat(seen).isEqualTo(missing);
    assertThat(now(duplicate).closed()).isFalse();
  }

  private static String refusal(Runnable act) {
    try {
      act.run();
    } catch (Refusal | NotFound | Forbidden refused) {
      return String.valueOf(refused.getMessage());
    }
    return "done";
  }

  @Test
  void anotherMatterGetsItsOwnCaseWithItsOwnPromise() {
    Case matter = ruthWrites("The table", "A leg is short.");
    post.deliver();
    post.write(ruth(), emailAddress(matter), id(), "Re: The table", "And my invoice is wrong.");
    List<Splits.Piece> pieces = splits.pieces(matter.id(), world.priya);
    Instant due = clock.instant().plus(Duration.ofHours(5));
    Splits.Split how =
        new Splits.Split(
            Set.of(pieces.getLast().code()),
            "The invoice",
            promising("", "we send a new invoice", due),
            new Draft("", "", null, false),
            true);

    long made = splits.split(matter.id(), how, world.priya);

    Case opened = rows.get(made);
    assertThat(messagesOf(opened)).hasSize(1);
    assertThat(messagesOf(matter)).hasSize(2);
    assertThat(next(opened).words()).isEqualTo("we send a new invoice");
    assertThat(opened.customerId()).isEqualTo(matter.customerId());
    assertThat(links.of(matter.id(), world.priya))
        .extracting(Links.Relative::id)
        .containsExactly(made);
    Splits.Split everything =
        new Splits.Split(
            Set.of(splits.pieces(matter.id(), world.priya).getFirst().code()),
            "All",
            how.there(),
            how.here(),
            true);
    assertThatThrownBy(() -> splits.split(matter.id(), everything, world.priya))
        .hasMessage("cases.refusal.all-pieces");
  }

  @Test
  void bothSidesShowALinkAndNobodyIsTheirOwnGrandparent() {
    Case line = ruthWrites("The oven line fails", "Many.");
    Case first = ruthWrites("My oven", "Cold.");
    Case second = ruthWrites("My second oven", "Cold.");
    links.link(line.id(), Links.Role.CHILD, first.id(), world.priya);
    links.link(second.id(), Links.Role.PARENT, first.id(), world.priya);
    links.link(second.id(), Links.Role.PARENT, first.id(), world.priya);
    assertThat(links.of(first.id(), world.priya))
        .extracting(Links.Relative::role)
        .containsExactly(Links.Role.PARENT, Links.Role.CHILD);
    assertThatThrownBy(() -> links.link(line.id(), Links.Role.PARENT, second.id(), world.priya))
        .hasMessage("cases.refusal.ring");
    assertThatThrownBy(() -> links.link(second.id(), Links.Role.PARENT, line.id(), world.priya))
        .hasMessage("cases.refusal.has-parent");
    assertThatThrownBy(() -> links.link(line.id(), Links.Role.RELATED, line.id(), world.priya))
        .hasMessage("cases.refusal.itself");

    Links.Relative child = links.of(line.id(), world.priya).getFirst();
    cases.settle(first.id(), settling(), world.priya);
    assertThat(links.of(line.id(), world.priya).getFirst().settled()).isTrue();
    assertThat(now(line).settled()).isFalse();
    links.unlink(line.id(), java.util.Objects.requireNonNull(child.link()), world.priya);
    assertThat(links.of(line.id(), world.priya)).isEmpty();
    assertThat(links.of(first.id(), world.priya))
        .extracting(Links.Relative::role)
        .containsExactly(Links.Role.CHILD);
  }
}
