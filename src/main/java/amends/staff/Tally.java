package amends.staff;

import amends.shared.page.Page;

/**
 * What the navigation shows beside a view; implemented by the rooms that know. Each adds its own
 * numbers, of what this viewer may see, to those of the rooms before it.
 */
public interface Tally {
  Page.Counts add(Page.Counts before, Viewer viewer);
}
