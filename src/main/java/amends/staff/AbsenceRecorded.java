package amends.staff;

import amends.shared.Actor;

/**
 * A colleague is or will be away, was said to be away for longer or shorter, or is back: what the
 * person owes in that time may need somebody else. Tells the absence as it stands now; one that
 * does not take place after all is no longer among {@link Absences#of}.
 */
public record AbsenceRecorded(Absence absence, Actor by) {}
