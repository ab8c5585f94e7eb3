/** The pages of mail accounts. */
@NullMarked
package amends.messages.account.web;

import org.jspecify.annotations.NullMarked;
