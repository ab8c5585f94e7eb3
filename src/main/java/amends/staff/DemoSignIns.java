package amends.staff;

import java.util.List;

/**
 * The sign-ins of a demo world, shown on the sign-in page; no bean of it in a real installation.
 */
public interface DemoSignIns {
  List<DemoSignIn> list();

  /** One of them, to be read and typed. */
  record DemoSignIn(String name, Role role, String email, String password) {}
}
