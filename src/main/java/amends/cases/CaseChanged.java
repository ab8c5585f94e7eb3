package amends.cases;

import amends.staff.Viewer;

/**
 * Somebody changed what rules look at in a case: a field, a tag, harm. Published in the act that
 * changes it.
 */
record CaseChanged(long caseId, Viewer by) {}
