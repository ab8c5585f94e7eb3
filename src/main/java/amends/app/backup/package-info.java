/**
 * Backup and restore through SQL: one consistent snapshot in one file, from either kind of
 * PostgreSQL into either.
 */
@NullMarked
package amends.app.backup;

import org.jspecify.annotations.NullMarked;
