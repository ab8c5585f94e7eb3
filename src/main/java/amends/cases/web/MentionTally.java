package amends.cases.web;

import amends.cases.Mentions;
import amends.shared.page.Page;
import amends.staff.Tally;
import amends.staff.Viewer;
import org.springframework.stereotype.Component;

/** How many notes name the viewer and are not done. */
@Component
final class MentionTally implements Tally {
  private final Mentions mentions;

  MentionTally(Mentions mentions) {
    this.mentions = mentions;
  }

  @Override
  public Page.Counts add(Page.Counts before, Viewer viewer) {
    return before.withMentions(mentions.count(viewer));
  }
}
