package amends.app.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The house opens on the desk. */
@Controller
final class Home {
  @GetMapping("/")
  String desk() {
    return "redirect:/cases";
  }
}
