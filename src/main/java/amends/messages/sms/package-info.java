/**
 * Text messages: providers over HTTP, segments, receipts and replies that come in signed, and the
 * words by which somebody says stop.
 */
@NullMarked
package amends.messages.sms;

import org.jspecify.annotations.NullMarked;
