package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Channel;
import amends.messages.Errand;
import amends.messages.Errands;
import amends.messages.post.LetterPrint;
import amends.shared.Actor;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands in the window of an envelope is the whole address, and nothing else. */
class EnvelopeTest extends Telling {
  private static final String LINES =
      "Flat 4\nSecond Floor,\r\nBlock C, The Old Brewery, 3 Mill Lane, Leeds, LS1 4AB";

  @Autowired Errands errands;
  @Autowired LetterPrint print;

  private static Draft sorry() {
    return new Draft("We are sorry.", null, null, true).by("letter", null);
  }

  @Test
  void anAddressStaysWithinTheWindow() throws Exception {
    Case matter = cases.open(world.brokenJug(clock.instant()), world.priya);
    long customer = matter.customerId();
    customers.addContact(customer, Channel.LETTER, LINES, Actor.SYSTEM);
    cases.reply(matter.id(), sorry(), world.priya);
    Errand letter =
        errands.open(100).stream()
            .filter(e -> e.about().equals(Case.subject(matter.id())))
            .findFirst()
            .orElseThrow();
    String shown = inWindow(print.pdf(List.of(letter)));
    assertThat(shown.lines().map(String::strip))
        .as("each line of it on a line")
        .contains("Ruth Adeyemi", "Flat 4", "Second Floor", "Leeds", "LS1 4AB");
    assertThat(shown).doesNotContain("2026");

    long point =
        customers.addContact(
            customer,
            Channel.LETTER,
            "Room 3, " + LINES + ", Yorkshire, United Kingdom",
            Actor.SYSTEM);
    customers.prefer(customer, point, Actor.customer(customer));
    assertThatThrownBy(() -> cases.reply(matter.id(), sorry(), world.priya))
        .hasMessage("messages.letter.window");
  }

  /** 20 mm from the left and 45 mm from the top, 85 by 45. */
  private static String inWindow(byte[] pdf) throws IOException {
    double mm = 72 / 25.4;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripperByArea area = new PDFTextStripperByArea();
      area.addRegion("window", new Rectangle2D.Double(20 * mm, 45 * mm, 85 * mm, 45 * mm));
      area.extractRegions(document.getPage(0));
      return area.getTextForRegion("window");
    }
  }
}
