package amends.app;

/**
 * How the record is reached.
 *
 * @param user the program's role: rows only
 * @param ownerUser the role that migrates; the same one on a database that has one role only
 * @param embedded whether the server is ours
 */
public record DatabaseAccess(
    String url,
    String user,
    String password,
    String ownerUser,
    String ownerPassword,
    boolean embedded) {

  /** With one role only, triggers guard the journal, and the health page warns. */
  public boolean hasOneRole() {
    return user.equals(ownerUser);
  }

  @Override
  public String toString() {
    return "DatabaseAccess[" + (embedded ? "embedded" : "own") + ", user=" + user + "]";
  }
}
