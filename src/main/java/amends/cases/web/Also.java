package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.Drafts;
import amends.cases.Tags;
import amends.cases.Waiting;
import amends.cases.Waits;
import amends.honesty.Honesty;
import org.springframework.stereotype.Component;

/**
 * What a form of the composer does besides, once its words are written, in the same act: tags,
 * waits, hands over. A macro fills these fields; whoever sends sees them and can change them.
 */
@Component
final class Also {
  private final Cases cases;
  private final Tags tags;
  private final Waits waits;
  private final Drafts drafts;
  private final Honesty honesty;

  Also(Cases cases, Tags tags, Waits waits, Drafts drafts, Honesty honesty) {
    this.cases = cases;
    this.tags = tags;
    this.waits = waits;
    this.drafts = drafts;
    this.honesty = honesty;
  }

  /** What honest words found is right as it stands, for the reason that was chosen. */
  void before(Ask ask) {
    honesty.overrule(Case.subject(ask.id()), ask.field("overrule"), ask.viewer().actor());
  }

  /** The draft of this form is sent; handing over comes last, for one may not see it any more. */
  void run(Ask ask, String mode) {
    drafts.forget(ask.id(), mode, Typed.version(ask), ask.viewer());
    if (!ask.field("also_tags").isBlank()) {
      tags.add(ask.id(), Tags.read(ask.field("also_tags")), ask.viewer());
    }
    if (!ask.field("also_whom").isBlank()) {
      waits.begin(
          ask.id(),
          new Waiting(
              ask.field("also_whom"), ask.field("also_words"), Typed.required(ask, "also_look")),
          ask.viewer());
    }
    if (!ask.field("also_owner").isBlank()) {
      cases.handOver(ask.id(), ask.field("also_owner"), "", ask.viewer());
    }
  }

  /** Whoever handed it to another team may no longer see it. */
  String back(Ask ask) {
    return cases.maySee(ask.id(), ask.viewer()) ? "/cases/" + ask.id() : "/cases";
  }
}
