package amends.staff;

import amends.shared.Actor;

/** A colleague has left; whatever the person owned needs somebody else. */
public record PersonLeft(long personId, Actor by) {}
