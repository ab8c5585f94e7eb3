package amends.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.shared.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  @TempDir Path here;

  @Test
  void hasAStandardForEverything() {
    Settings settings = read(Map.of());
    assertThat(settings.data()).isEqualTo(here.resolve("data"));
    assertThat(settings.http()).isEqualTo(new Settings.Door("127.0.0.1", 8080));
    assertThat(settings.mail()).isEqualTo(new Settings.Door("127.0.0.1", 2525));
    assertThat(settings.baseUrl()).hasToString("http://127.0.0.1:8080");
    assertThat(settings.maxMailBytes()).isEqualTo(26_214_400);
    assertThat(settings.database()).isNull();
    assertThat(settings.smtp()).isNull();
    assertThat(settings.postgres()).containsEntry("shared_buffers", "256MB");
  }

  @Test
  void takesTheEnvironmentBeforeTheFileHereBeforeTheFileInTheData() throws Exception {
    Files.createDirectories(here.resolve("store"));
    Files.writeString(
        here.resolve("store/amends.properties"),
        "http.port=1\nmail.port=1\nmail.domain=In.Data.Example\n");
    Files.writeString(here.resolve("amends.properties"), "data=store\nhttp.port=2\nmail.port=2\n");
    Settings settings = read(Map.of("AMENDS_HTTP_PORT", "3"));
    assertThat(settings.data()).isEqualTo(here.resolve("store"));
    assertThat(settings.http().port()).isEqualTo(3);
    assertThat(settings.mail().port()).isEqualTo(2);
    assertThat(settings.mailDomain()).isEqualTo("in.data.example");
  }

  @ParameterizedTest
  @CsvSource({
    "AMENDS_HTTP_PORT,eighty,give a port number",
    "AMENDS_HTTP_PORT,70000,give a port number",
    "AMENDS_MAIL_ADDRESS,everywhere,give an address of this machine",
    "AMENDS_BASE_URL,amends.example.com,give an address such as https://",
    "AMENDS_DATABASE_URL,postgres://db/amends,jdbc:postgresql://",
    "AMENDS_SHARED_BUFFERS,lots,give an amount such as 256MB",
    "AMENDS_SMTP_TLS,yes,'none, starttls or implicit'",
    "AMENDS_MAX_MAIL_BYTES,-1,give a number of bytes",
    "AMENDS_MAIL_DOMAIN,a b,give a domain"
  })
  void namesTheVariableTheValueAndTheMend(String name, String value, String mend) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining(name)
        .hasMessageContaining("\"" + value + "\"")
        .hasMessageContaining(mend)
        .extracting(e -> ((Trouble) e).exit())
        .isEqualTo(2);
  }

  @Test
  void doesNotShowAWrongSecret() {
    assertThatThrownBy(() -> read(Map.of("AMENDS_KEYS", "1:secret")))
        .hasMessageContaining("AMENDS_KEYS")
        .hasMessageNotContaining("1:secret");
  }

  @Test
  void guessesWhatAMisspeltNameMeant() throws Exception {
    assertThatThrownBy(() -> read(Map.of("AMENDS_HTP_PORT", "1")))
        .hasMessageContaining("AMENDS_HTTP_PORT was meant");
    Files.writeString(here.resolve("amends.properties"), "http.prot=1\n");
    assertThatThrownBy(() -> read(Map.of())).hasMessageContaining("perhaps http.port was meant");
  }

  @Test
  void wantsAUserForTheUsersOwnDatabase() {
    Map<String, String> url = Map.of("AMENDS_DATABASE_URL", "jdbc:postgresql://db/amends");
    assertThatThrownBy(() -> read(url)).hasMessageContaining("AMENDS_DATABASE_USER");
  }

  @Test
  void isDescribedByAPageThatIsNotStale() throws Exception {
    assertThat(Path.of("docs/settings.md")).content().isEqualTo(SettingsTable.markdown());
  }

  private Settings read(Map<String, String> environment) {
    return SettingsReader.read(environment, here);
  }
}
