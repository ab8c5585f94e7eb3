package amends.staff;

import amends.shared.Actor;

/** A colleague no longer shares the queue of a team. */
public record PersonParted(long personId, long teamId, Actor by) {}
