/** The mail door: takes mail over SMTP and answers 250 only for what is stored for good. */
@NamedInterface("door")
@NullMarked
package amends.messages.email.door;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
