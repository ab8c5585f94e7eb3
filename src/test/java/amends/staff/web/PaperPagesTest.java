package amends.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.staff.Brand;
import amends.staff.FirstStart;
import amends.staff.Letterhead;
import amends.staff.Letterheads;
import amends.staff.NewBrand;
import amends.staff.Staff;
import amends.testing.Browser;
import amends.testing.DatabaseTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** An administrator says what stands on the letters of a brand. */
@DatabaseTest
class PaperPagesTest {
  private static final String PASSWORD = "the jug arrived in one piece";

  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired FirstStart firstStart;
  @Autowired Letterheads letterheads;

  private Brand brand;
  private Browser browser;
  private String page;

  @BeforeEach
  void anAdministrator() {
    if (staff.teams().isEmpty()) {
      firstStart.prepare(
          new NewBrand("Fernhill", "help@house.example", Locale.ENGLISH, ZoneOffset.UTC),
          "Front line");
      String token = firstStart.linkIfNeeded().orElseThrow().replace("/first-start/", "");
      firstStart.accept(token, "Ada", "ada@house.example", PASSWORD);
    }
    brand = staff.brands().getFirst();
    page = "/brands/" + brand.id() + "/paper";
    browser = new Browser(mvc);
    browser.signIn("ada@house.example", PASSWORD);
    browser.open(page);
  }

  private static byte[] logo() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 80, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private String upload(byte[] file, String... fields) throws IOException {
    MockHttpServletResponse answer = browser.upload(page, "logo", file, fields);
    return answer.getStatus() == 302
        ? browser.open(page).getContentAsString()
        : answer.getContentAsString();
  }

  @Test
  void addressFootAndLogoAreKeptAndTheLogoGoesWhenSaidSo() throws IOException {
    String kept = upload(logo(), "address", "Kiln Yard 3\n\n Leeds LS1 ", "foot", "Register 123");
    assertThat(kept).contains("data:image/png;base64,", "Kiln Yard 3", "Register 123");
    assertThat(letterheads.of(brand.id()).lines()).containsExactly("Kiln Yard 3", "Leeds LS1");

    upload(new byte[0], "address", "Kiln Yard 4", "foot", "");
    assertThat(letterheads.of(brand.id()).logo()).isNotNull();
    assertThat(letterheads.of(brand.id()).address()).isEqualTo("Kiln Yard 4");

    upload(new byte[0], "address", "Kiln Yard 4", "no_logo", "yes");
    assertThat(letterheads.of(brand.id()).logo()).isNull();
  }

  @Test
  void whatCannotStandThereIsRefusedAndWhatWasTypedIsKept() throws IOException {
    Letterhead before = letterheads.of(brand.id());
    byte[] page = "<svg/>".getBytes(StandardCharsets.UTF_8);
    assertThat(upload(page, "address", "Kiln Yard 5", "foot", "kept words"))
        .contains("no PNG or JPEG", "Kiln Yard 5", "kept words");
    assertThat(upload(new byte[0], "address", "1\n2\n3\n4\n5\n6")).contains("at most 5 lines");
    assertThat(upload(new byte[0], "foot", "x".repeat(601))).contains("room for 600");
    assertThat(letterheads.of(brand.id()).address()).isEqualTo(before.address());
  }
}
