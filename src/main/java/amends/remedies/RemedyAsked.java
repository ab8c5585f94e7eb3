package amends.remedies;

/** A remedy above authority was put before its one approver. */
public record RemedyAsked(Request request) {}
