package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.shared.Texts.Voice;
import amends.shared.page.Form;
import amends.staff.Permission;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where one writes in a case: which form, to whom, with what was typed. */
@Component
final class Composers {
  private static final List<String> MODES = List.of("reply", "note", "statement", "call");
  private static final List<String> FOR_CLOSED = List.of("note", "statement");

  private final Cases cases;
  private final Acting acting;
  private final Offers offers;
  private final Reader reader;

  Composers(Cases cases, Acting acting, Offers offers, Reader reader) {
    this.cases = cases;
    this.acting = acting;
    this.offers = offers;
    this.reader = reader;
  }

  Composer of(Opened opened, String asked, Form typed) {
    Case matter = opened.file().matter();
    Voice t = opened.t();
    Optional<String> address = cases.replyAddress(matter);
    return new Composer(
        mode(opened, matter, asked),
        "/cases/" + matter.id(),
        opened.customer().name(),
        address
            .map(a -> t.say("cases.compose.to", a))
            .orElseGet(() -> t.say("cases.compose.no-address", opened.customer().name())),
        address.isPresent(),
        acting.withToken(typed),
        read(opened, typed),
        offers.moments(t, opened.now()));
  }

  private String mode(Opened opened, Case matter, String asked) {
    if (!cases.may(opened.viewer(), Permission.WORK_CASE, matter)) {
      return "none";
    }
    List<String> possible = matter.closed() ? FOR_CLOSED : MODES;
    return possible.contains(asked) ? asked : possible.getFirst();
  }

  private @Nullable NextRead read(Opened opened, Form typed) {
    boolean fresh = typed.value("by").isBlank() && !typed.ticked("nothing_more");
    return fresh || typed.error("by") != null
        ? null
        : reader.read(
            opened.t(),
            opened.now(),
            opened.customer(),
            typed.value("by"),
            typed.ticked("nothing_more"));
  }
}
