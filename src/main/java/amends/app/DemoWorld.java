package amends.app;

import java.util.List;

/** The named world of the demo; made when it is not there yet. */
public interface DemoWorld {
  /** Idempotent: a second demo on the same data adds nothing. */
  void make();

  /** Lines for the terminal: who signs in with what, and how to send it a real e-mail. */
  List<String> greeting();
}
