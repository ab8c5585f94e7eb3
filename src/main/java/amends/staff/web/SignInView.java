package amends.staff.web;

import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * Sign-in. Template {@code staff/sign-in.jte}.
 *
 * <pre>
 * GET  /sign-in     this page
 * POST /sign-in     email, password
 * POST /sign-out    (no fields)
 * POST /theme       theme (system|light|dark), back
 * </pre>
 *
 * @param form the error of field "" is shown above: wrong password, too many tries, session lost
 * @param doors the ways in
 * @param demo sign-ins of the demo world; empty when it is none
 */
public record SignInView(Page page, Form form, List<DemoSignIn> demo, Doors doors) {

  /**
   * The ways in.
   *
   * @param company the name of the company's own sign-in; "" for none
   * @param passwords everybody may sign in by a password
   * @param passkeys browsers keep passkeys for this address
   * @param leave the link that signs out at the company too; "" for none
   */
  public record Doors(String company, boolean passwords, String leave, boolean passkeys) {
    public static final Doors PASSWORDS = new Doors("", true, "", false);
  }

  /** A sign-in of the demo world, to be read and typed. */
  public record DemoSignIn(String name, String role, String email, String password) {}
}
