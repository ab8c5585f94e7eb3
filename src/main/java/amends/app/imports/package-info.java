/**
 * Bringing the past along: exports of other help desks and lists of customers, goods and cases.
 * Reads streams of any size in batches; every record is known by its key there, so that a second
 * run brings nothing twice and an interrupted one goes on.
 */
@NullMarked
package amends.app.imports;

import org.jspecify.annotations.NullMarked;
