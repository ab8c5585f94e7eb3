package amends.staff.web;

import amends.shared.Actor;
import amends.shared.Settings;
import amends.staff.FirstStart;
import org.springframework.stereotype.Component;

/** One-time links by which a colleague gets in. */
@Component
record Invitations(FirstStart firstStart, Settings settings) {
  /** The whole address; it is written down nowhere. */
  String link(long personId, Actor by) {
    return settings.baseUrl() + firstStart.invite(personId, by);
  }
}
