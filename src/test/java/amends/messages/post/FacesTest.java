package amends.messages.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be printed, and what is named because it cannot. */
class FacesTest {
  private static final int[] ARABIC = {0x600, 0x6ff};
  private static final int[] NKO = {0x7c0, 0x7ff};
  private static final int[] KANA = {0x3000, 0x30ff};
  private static final int[] HAN = {0x4e00, 0x9fff};
  private static final int[] JOINED = {0xfb50, 0xfefc};

  @TempDir Path folder;

  /** The one that ships with the program alone, whatever this machine has. */
  private final Faces ours = new Faces(Path.of("none"), List::of);

  private Faces withAnother() throws IOException {
    Files.write(folder.resolve("Another.TTF"), OtherFace.with(ARABIC, NKO, KANA, HAN, JOINED));
    return new Faces(folder, () -> FaceFiles.in(folder));
  }

  private static String printed(Faces faces, String words) throws IOException {
    byte[] pdf =
        Paper.print(
            List.of(
                new Paper.Sheet(
                    new Paper.Head("Fernhill", "Fernhill · Leeds", "", null),
                    List.of("Wilma Klee"),
                    "4 May 2026",
                    "Your heater",
                    words,
                    "Your number",
                    false)),
            faces);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void lettersOfEuropeCanBePrinted() {
    assertThat(ours.missing("Zoë Łódź Şahin 12,50 € “so” – Αθήνα Київ\nStraße 4")).isEmpty();
  }

  @Test
  void whatNoFaceHasIsNamedOnce() {
    assertThat(ours.missing("Dear 田中さん 田")).isEqualTo("田 中 さ ん");
    assertThat(ours.missing("👍")).isEqualTo("👍");
    assertThat(ours.missing("شكرا")).isEqualTo("ش ك ر ا");
    assertThat(ours.printed()).containsExactly("latin", "greek", "cyrillic", "hebrew");
    assertThat(ours.lacking()).contains("arabic", "chinese", "japanese", "korean");
  }

  @Test
  void hebrewRunsFromRightToLeftWithItsNumbersFromLeftToRight() throws IOException {
    assertThat(ours.missing("תודה")).isEmpty();
    assertThat(printed(ours, "תודה, 45 ימים, Fernhill.")).contains("45").contains("Fernhill");
    assertThat(new RightToLeft.Drawn().reorderRTLTextToLTR("תודה")).isEqualTo("הדות");
    assertThat(RightToLeft.begins("תודה, Fernhill")).isTrue();
    assertThat(RightToLeft.begins("Fernhill, תודה")).isFalse();
  }

  @Test
  void aFaceThatIsLaidIntoTheFolderIsUsedAndArabicLettersJoin() throws IOException {
    Faces two = withAnother();
    assertThat(two.missing("شكرا لكم")).isEmpty();
    assertThat(two.printed()).contains("arabic", "chinese", "japanese");
    assertThat(two.lacking()).contains("korean");
    assertThat(two.missing("Dear 田中さん 田")).isEmpty();
    assertThat(two.needed("Only ours").stream().map(Faces.Face::family)).isEmpty();
    assertThat(two.needed("شكرا")).hasSize(1);
    assertThat(RightToLeft.shaped("شكرا")).isNotEqualTo("شكرا");
    assertThat(printed(two, "شكرا لكم")).isNotBlank();
    assertThat(printed(two, "Dear 田中さん, thank you.")).contains(", thank you.").doesNotContain("#");
  }

  @Test
  void whatIsNotSetLetterByLetterIsRefusedAlsoWhereAFaceHasIt() throws IOException {
    assertThat(withAnother().missing("ߒߞߏ")).as("N'Ko joins in a way of its own").isNotEmpty();
  }

  @Test
  void whatIsNoFaceIsPassedOver() throws IOException {
    Files.writeString(folder.resolve("broken.ttf"), "not a face");
    Files.write(folder.resolve("half.ttf"), new byte[] {0, 1, 0, 0, 9, 9});
    assertThat(new Faces(folder, () -> FaceFiles.in(folder)).missing("Łódź")).isEmpty();
  }
}
