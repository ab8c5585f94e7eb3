package amends.messages.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text is read as it was meant, whatever name its charset was given. */
class CharsetsTest {
  @ParameterizedTest
  @CsvSource({
    "x-cp1251, windows-1251, Кувшин разбит",
    "win-1251, windows-1251, Кувшин разбит",
    "koi8-r, koi8-r, Кувшин разбит",
    "koi8, koi8-r, Кувшин разбит",
    "iso-8859-5, iso-8859-5, Кувшин разбит",
    "ibm866, ibm866, Кувшин разбит",
    "cp-850, ibm850, Grüße",
    "windows-1250, windows-1250, Dzbanek jest pęknięty",
    "iso-8859-2, iso-8859-2, Džbán je rozbitý",
    "iso-8859-9, windows-1254, Testi kırıldı ğ",
    "windows-1253, windows-1253, Η κανάτα έσπασε",
    "iso-8859-7, iso-8859-7, Η κανάτα έσπασε",
    "iso-8859-8-i, iso-8859-8, הכד נשבר",
    "windows-1255, windows-1255, הכד נשבר",
    "windows-1256, windows-1256, انكسر الإبريق",
    "windows-1258, windows-1258, đơn ô",
    "tis-620, windows-874, เหยือกแตก",
    "gb2312, gb18030, 水壶碎了",
    "x-gbk, gb18030, 水壶碎了",
    "big5, big5, 水壺碎了",
    "shift-jis, windows-31j, 水差しが割れた",
    "x-sjis, windows-31j, 水差しが割れた",
    "iso-2022-jp, iso-2022-jp, 水差しが割れた",
    "iso-2022-jp-ms, iso-2022-jp, 水差し",
    "euc-jp, euc-jp, 水差しが割れた",
    "x-euc-jp, euc-jp, 水差し",
    "ks_c_5601-1987, x-windows-949, 주전자가 깨졌어요",
    "euc-kr, euc-kr, 주전자",
    "iso-2022-kr, iso-2022-kr, 주전자",
    "x-mac-roman, x-macroman, Grüße",
    "macintosh, x-macroman, Grüße",
    "x-mac-cyrillic, x-maccyrillic, Кувшин",
    "utf-16, utf-16, Кувшин",
    "utf-16le, utf-16le, Кувшин",
    "unicode, utf-16be, Kuvshin jug",
    "utf-32, utf-32, Кувшин",
    "utf8, utf-8, Кувшин",
    "'\"utf-8\"', utf-8, Кувшин",
    "latin1, windows-1252, “Grüße”"
  })
  void manyNamesOfManyCharsets(String declared, String charset, String text) {
    assertThat(Charsets.decode(text.getBytes(Charset.forName(charset)), declared)).isEqualTo(text);
  }

  @Test
  void sevenBitFormsThatJavaDoesNotKnow() {
    assertThat(Charsets.decode("Gr+APwA3w-e +- 1 +2D3eAA-".getBytes(UTF_8), "utf-7"))
        .isEqualTo("Grüße + 1 😀");
    assertThat(Charsets.decode("+Lon".getBytes(UTF_8), "unicode-1-1-utf-7")).isNotEmpty();
    assertThat(Charsets.decode("jug ~{K.:x~} ~~".getBytes(UTF_8), "hz-gb-2312"))
        .isEqualTo("jug 水壶 ~");
  }

  @Test
  void aWrongLabelIsNotBelieved() {
    assertThat(Charsets.decode("Grüße — ✓".getBytes(UTF_8), "iso-8859-1")).isEqualTo("Grüße — ✓");
    assertThat(Charsets.decode("Grüße".getBytes(UTF_8), "us-ascii")).isEqualTo("Grüße");
    byte[] latin = "Die Krüge sind zerbrochen, Grüße".getBytes(Charset.forName("windows-1252"));
    assertThat(Charsets.decode(latin, "utf-8")).isEqualTo("Die Krüge sind zerbrochen, Grüße");
    byte[] marked = "\uFEFFjug".getBytes(Charset.forName("utf-16le"));
    assertThat(Charsets.decode(marked, "iso-8859-1")).isEqualTo("jug");
  }

  @Test
  void undeclaredTextLooksLikeWhatItIs() {
    String russian = "Здравствуйте, кувшин пришёл разбитым, пришлите пожалуйста новый.";
    assertThat(Charsets.guess(russian.getBytes(Charset.forName("windows-1251"))))
        .isEqualTo(russian);
    assertThat(Charsets.guess(russian.getBytes(Charset.forName("koi8-r")))).isEqualTo(russian);
    String japanese = "水差しが割れて届きました。新しいものを送ってください。";
    assertThat(Charsets.guess(japanese.getBytes(Charset.forName("iso-2022-jp"))))
        .isEqualTo(japanese);
    assertThat(Charsets.guess(japanese.getBytes(Charset.forName("windows-31j"))))
        .isEqualTo(japanese);
  }

  @Test
  void anUndeclaredSubjectIsWrittenLikeTheBody() {
    byte[] raw =
        "Subject: Кувшин\r\nContent-Type: text/plain; charset=windows-1251\r\n\r\nразбит"
            .getBytes(Charset.forName("windows-1251"));
    assertThat(MailReader.read(raw).subject()).isEqualTo("Кувшин");
    assertThat(MailReader.read(raw).text()).isEqualTo("разбит");
  }
}
