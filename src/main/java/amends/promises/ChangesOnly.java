package amends.promises;

import amends.shared.Subject;

/** Knows whose customer wants to hear only when something changes; rooms above implement it. */
public interface ChangesOnly {
  boolean wanted(Subject about);
}
