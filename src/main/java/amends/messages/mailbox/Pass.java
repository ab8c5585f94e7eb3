package amends.messages.mailbox;

/** What opens a mailbox. Never shown, never logged. */
sealed interface Pass {
  record Password(String words) implements Pass {
    @Override
    public String toString() {
      return "Password";
    }
  }

  /** A bearer token, by XOAUTH2. */
  record Bearer(String token) implements Pass {
    @Override
    public String toString() {
      return "Bearer";
    }
  }
}
