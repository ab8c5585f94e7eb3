package amends.messages.social;

import amends.messages.broadcast.Broadcasts;
import amends.messages.social.PublicPost.State;
import amends.messages.social.PublicPost.Words;
import amends.shared.Actor;
import amends.shared.Duty;
import amends.staff.Grant;
import amends.staff.NewPerson;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.Viewer;
import amends.testing.AsOwner;
import amends.testing.Fernhill;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Two who may write for the brand, and what they post. */
abstract class PublicPostWorld extends SocialWorld {
  static final String WORDS = "Our workshop is closed on Friday. We open again on Monday.";

  @Autowired PublicPosts posts;
  @Autowired PublicPostSteps steps;
  @Autowired Broadcasts broadcasts;
  @Autowired List<Duty> duties;

  Viewer wendy;
  Viewer will;

  @BeforeAll
  void writers() {
    wendy = writer("Wendy Ash");
    will = writer("Will Oak");
  }

  @BeforeEach
  void nothingWritten() {
    new AsOwner().run("truncate broadcast, customer cascade");
  }

  /** They may write to many for the brand, and not widely. */
  private Viewer writer(String name) {
    String address = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@fernhill.example";
    Person person =
        staff.add(new NewPerson(name, address, Locale.UK, Fernhill.LONDON), Actor.SYSTEM);
    staff.grant(person.id(), Grant.inBrand(Role.LEAD, world.brand.id()), Actor.SYSTEM);
    return staff.viewer(person.id()).orElseThrow();
  }

  Words words(String body, boolean listed, @Nullable Long about) {
    return new Words(world.brand.id(), connection, body, listed, about);
  }

  State state(long id) {
    return posts.see(id, world.admin).state(clock.instant());
  }

  void work() {
    while (steps.perform()) {
      // The next step.
    }
  }

  long released(String body, boolean listed, @Nullable Long about) {
    long id = posts.write(words(body, listed, about), wendy);
    posts.release(id, "", will);
    return id;
  }

  void leave() {
    clock.pass(PublicPosts.UNDO);
    work();
  }
}
