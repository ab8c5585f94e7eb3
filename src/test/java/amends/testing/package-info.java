/** What tests share: one PostgreSQL for a run, a clone of it for each class, a clock to set. */
package amends.testing;
