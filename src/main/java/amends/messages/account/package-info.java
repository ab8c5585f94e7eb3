/**
 * Accounts with Microsoft 365 and Google that mail is read from and sent by: OAuth 2 by a person's
 * consent (authorisation code with PKCE, refreshed) or as an application of the house.
 */
@NullMarked
package amends.messages.account;

import org.jspecify.annotations.NullMarked;
