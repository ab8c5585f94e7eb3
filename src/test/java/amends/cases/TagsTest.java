package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.shared.NotFound;
import amends.staff.Forbidden;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tags are written as they come, kept in one form, found by the queue, and merged by leads. */
class TagsTest extends Telling {
  @Autowired Tags tags;
  @Autowired Queue queue;
  @Autowired SavedViews views;
  @Autowired Permits permits;

  private static Filter tagged(String tag) {
    return new Filter("", null, null, "", "", "", "", "", tag);
  }

  private List<Queue.Row> shown(String tag, Viewer viewer) {
    Queue.Look look =
        new Queue.Look(
            Queue.View.ALL, viewer, permits.visible(viewer), clock.instant(), tagged(tag));
    return List.of(Queue.Part.values()).stream()
        .flatMap(part -> queue.part(look, part, 100).stream())
        .toList();
  }

  private long id(String name) {
    return tags.all().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow().id();
  }

  @Test
  void whatIsTypedIsKeptInOneForm() {
    assertThat(Tags.read(" #Glass, glass ,late   delivery;;"))
        .containsExactly("glass", "late delivery");
    assertThatThrownBy(() -> Tags.read("x".repeat(41))).hasMessage("cases.refusal.tag-long");
  }

  @Test
  void aTaggedCaseIsFoundByItsTagByThoseWhoMaySeeIt() {
    Case matter = ruthWrites("A tagged jug", "Broken.");
    tags.set(matter.id(), Tags.read("Glass, fragile"), world.priya);
    tags.add(matter.id(), Tags.read("late"), world.priya);
    assertThat(tags.of(matter.id())).containsExactly("fragile", "glass", "late");
    assertThat(shown("glass", world.tom)).extracting(Queue.Row::id).containsExactly(matter.id());
    assertThat(shown("glass", world.tom).getFirst().tags())
        .containsExactly("fragile", "glass", "late");
    assertThat(shown("glass", world.sam)).isEmpty();
    assertThatThrownBy(() -> tags.set(matter.id(), List.of(), world.sam))
        .isInstanceOf(NotFound.class);

    long view = views.save("Glass things", null, tagged("glass"), world.priya);
    assertThat(views.get(view, world.priya).filter().tag()).isEqualTo("glass");
    tags.set(matter.id(), List.of(), world.priya);
    assertThat(shown("glass", world.tom)).isEmpty();
  }

  @Test
  void aLeadRenamesATagAndMergesTwo() {
    Case one = ruthWrites("A parcel tag", "Broken.");
    Case both = ruthWrites("A package tag", "Broken.");
    tags.set(one.id(), List.of("parcels"), world.priya);
    tags.set(both.id(), List.of("packages", "parcels"), world.priya);
    assertThatThrownBy(() -> tags.rename(id("parcels"), "parcel", world.priya))
        .isInstanceOf(Forbidden.class);
    tags.rename(id("parcels"), "Parcel", world.hanna);
    assertThat(tags.of(one.id())).containsExactly("parcel");
    tags.rename(id("packages"), "parcel", world.hanna);
    assertThat(tags.of(both.id())).containsExactly("parcel");
    assertThat(tags.all()).extracting(Tags.Tag::name).doesNotContain("packages", "parcels");
    assertThatThrownBy(() -> tags.rename(id("parcel"), "a, b", world.hanna))
        .hasMessage("cases.refusal.tag-name");
  }
}
