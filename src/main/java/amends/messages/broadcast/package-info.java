/**
 * One text to many people: the words once, a list that no longer changes, deliveries made from it
 * in ranges and carried at the pace of the channel; paused, corrected, stopped, and followed live.
 */
@NamedInterface("broadcast")
@NullMarked
package amends.messages.broadcast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
