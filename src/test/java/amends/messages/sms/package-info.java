/** Tests of text messages against a provider on this machine. */
@NullMarked
package amends.messages.sms;

import org.jspecify.annotations.NullMarked;
