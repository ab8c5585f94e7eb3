package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Filed.Kind;
import amends.promises.After;
import amends.promises.Guarantee.Cover;
import amends.promises.Guarantees;
import amends.shared.Acts;
import amends.shared.Sql;
import amends.staff.Viewer;
import amends.testing.Patience;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who only reads leaves out what a case has none of, and misses nothing of what it has. */
class FiledTest extends Telling {
  @Autowired Acts acts;
  @Autowired CaseFiles files;
  @Autowired Filed filed;
  @Autowired Waits waits;
  @Autowired Tags tags;
  @Autowired Drafts drafts;
  @Autowired Harms harms;
  @Autowired Joins joins;
  @Autowired RoutingRules rules;
  @Autowired Conditions conditions;
  @Autowired UnknownThings unknown;
  @Autowired Links links;
  @Autowired Breaches breaches;
  @Autowired Guarantees guarantees;
  @Autowired BrokenGuarantees broken;
  @Autowired TakeBacks takeBacks;
  @Autowired Replies replies;
  @Autowired Patience patience;

  /** All that is asked for by way of what there is. */
  private record Read(
      CaseFile file,
      List<CaseFile> merged,
      List<String> tags,
      Map<String, Drafts.Kept> drafts,
      List<Condition> conditions,
      List<UnknownThings.Thing> unknown,
      List<Links.Relative> links,
      List<Breach> breaches,
      boolean held) {}

  private Read read(Case matter, Viewer viewer) {
    long id = matter.id();
    CaseFile file = files.of(id, viewer);
    return new Read(
        file,
        files.merged(file, viewer),
        tags.of(id),
        drafts.of(id, viewer),
        conditions.of(id, viewer),
        unknown.of(matter),
        links.of(id, viewer),
        breaches.in(id, viewer),
        takeBacks.open(id, viewer).isPresent());
  }

  private Set<Kind> kinds(Case matter) {
    return acts.read(() -> {
      Set<Kind> there = EnumSet.noneOf(Kind.class);
      Arrays.stream(Kind.values()).filter(kind -> filed.any(matter.id(), kind)).forEach(there::add);
      return there;
    });
  }

  private void readsTheSame(Case... all) {
    for (Case matter : all) {
      assertThat(acts.read(() -> read(matter, world.priya))).isEqualTo(read(matter, world.priya));
    }
  }

  @Test
  void aPageReadsTheSameAsAnActThatAsksForEverything() {
    long rule =
        rules.keep(
            new RoutingRule(
                0,
                "Lids",
                0,
                new RoutingRule.When(null, "", "", "lid", null, null, "", "", false),
                new RoutingRule.Then(world.home.id(), null, null),
                false,
                false),
            world.admin);
    rules.tried(rule, world.admin);
    rules.switchOn(rule, world.admin);
    Case lid = ruthWrites("A lid", "The lid is broken.");
    rules.end(rule, world.admin);
    Case again = ruthWrites("The lid again", "It is still broken.");
    Case pot = matter("A pot");
    assertThat(kinds(pot)).isEmpty();
    readsTheSame(lid, again, pot);

    talkedAbout(lid);
    readsTheSame(lid);
    joins.merge(again.id(), lid.id(), "The same lid.", false, world.priya);
    readsTheSame(lid, again);
    kept(pot);
    links.link(pot.id(), Links.Role.PARENT, lid.id(), world.priya);
    readsTheSame(lid, pot);
    Case ended = ended();
    readsTheSame(ended);

    assertThat(Stream.of(lid, again, pot, ended).map(this::kinds).flatMap(Set::stream))
        .as("kinds that were there to be missed")
        .containsAll(EnumSet.allOf(Kind.class));
  }

  private void talkedAbout(Case lid) {
    long id = lid.id();
    cases.state(id, "colleague", "Marek Dvořák", "I packed it in paper.", world.priya);
    cases.note(id, "Look at the paper.", world.priya);
    cases.call(id, "out", 5, nothingMore("She was friendly."), world.priya);
    cases.handOver(id, "person:" + world.priya.id(), "Yours.", world.priya);
    tags.set(id, List.of("lids"), world.priya);
    waits.begin(
        id,
        new Waiting("carrier", "their search", clock.instant().plus(Duration.ofDays(2))),
        world.priya);
    patience.hold(Duration.ofSeconds(10));
    replies.reply(
        id,
        new Replies.Written(nothingMore("We ask the carrier."), Map.of(), Long.MAX_VALUE, 0),
        world.priya);
    patience.hold(Duration.ZERO);
    readsTheSame(lid);
    drafts.save(id, "note", Map.of("text", "And"), 0, world.priya);
  }

  private void kept(Case pot) {
    unknown.note(pot.id(), new UnknownThings.Thing(UnknownThings.Kind.UNIT, "P-1"), world.priya);
    conditions.begin(
        pot.id(),
        new Conditions.Wanted(
            "the new pot",
            "We ring you whether it fits",
            new After(3, After.Unit.WORKING_DAYS),
            "It is on its way.",
            new Conditions.Until(
                "We tell you where it is", clock.instant().plus(Duration.ofDays(4))),
            null),
        world.priya);
    long guarantee =
        breaches.publish(
            new Guarantees.Wanted(
                null, "A day", "In a day.", "All.", "We ring.", Set.of(Cover.DELIVERY)),
            Proposal.NONE,
            world.admin);
    broken.note(pot.id(), guarantee, world.priya);
    guarantees.retire(guarantee, world.admin.actor());
    sql.sql(
            """
            insert into past_matter (case_id, source, external_id, number, stood, brought_at)
            values (:case, 'zendesk', 'pot', '77', 'open', :now)
            """)
        .param("case", pot.id())
        .param("now", Sql.at(clock.instant()))
        .update();
  }

  private Case ended() {
    Case kettle = ruthWrites("A kettle", "It is hot.");
    long id = kettle.id();
    harms.report(id, new Harm("It hurt", "a hand", "", true), "We call", "See to it", world.priya);
    cases.call(id, "out", 5, nothingMore("It is healing."), world.priya);
    cases.reply(id, nothingMore("Here is a new one."), world.priya);
    cases.settle(id, settling(), world.priya);
    cases.followUp(id, "right", "phone", nothingMore("It is well."), world.priya);
    readsTheSame(kettle);
    cases.reopen(
        id, "It hurts again", "We call", clock.instant().plus(Duration.ofHours(3)), world.priya);
    return kettle;
  }
}
