package amends.messages;

import java.util.Optional;

/** The brands, as far as mail speaks for them. */
interface Senders {
  MailPerson sender(long brandId);

  /** The brand whose help address this is. */
  Optional<Long> brandFor(String address);

  /** Whether mail of this domain is one of ours. */
  boolean isOurDomain(String domain);
}
