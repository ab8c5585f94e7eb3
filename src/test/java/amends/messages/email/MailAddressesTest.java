package amends.messages.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressesTest {
  private final TestKeys keys = new TestKeys();
  private final MailAddresses addresses = new MailAddresses(keys, "mail.harbour.example");

  @Test
  void whatWeMadeWeRead() {
    assertThat(addresses.readReply(addresses.reply(1042, 7)))
        .isEqualTo(new MailAddresses.ReplyRoute(1042, 7));
    assertThat(addresses.readMessageId(addresses.messageId(1042, 7, 99)))
        .isEqualTo(new MailAddresses.MessageRoute(1042, 7, 99));
    assertThat(addresses.readBounce(addresses.bounce(99))).isEqualTo(99);
    assertThat(addresses.readNotice(addresses.notice(99))).isEqualTo(99);
  }

  @Test
  void aMailToAColleagueRoutesToNoCase() {
    assertThat(addresses.readMessageId(addresses.notice(99))).isNull();
    assertThat(addresses.readNotice(addresses.messageId(1042, 7, 99))).isNull();
  }

  @Test
  void theLongestFitsIntoALocalPart() {
    String[] all = {
      addresses.reply(Long.MAX_VALUE, Long.MAX_VALUE),
      addresses.bounce(Long.MAX_VALUE),
      addresses.messageId(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE).substring(1)
    };
    for (String address : all) {
      assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
    }
    assertThat(addresses.readReply(all[0])).isNotNull();
  }

  @Test
  void serversMayChangeTheCase() {
    String shouted = addresses.reply(1042, 7).toUpperCase(Locale.ROOT);
    assertThat(addresses.readReply(shouted)).isNotNull();
  }

  @Test
  void anOldKeyStillRoutesAndAForgottenOneDoesNot() {
    String address = addresses.reply(1042, 7);
    keys.rotate();
    assertThat(addresses.reply(1042, 7)).isNotEqualTo(address);
    assertThat(addresses.readReply(address)).isNotNull();
    keys.forget();
    assertThat(addresses.readReply(address)).isNull();
  }

  @Test
  void oneCharacterChangedMakesItNothing() {
    String address = addresses.reply(1042, 7);
    for (int i = 0; i < address.length(); i++) {
      char other = address.charAt(i) == '3' ? '4' : '3';
      String forged = address.substring(0, i) + other + address.substring(i + 1);
      assertThat(addresses.readReply(forged)).as(forged).isNull();
    }
  }

  @Test
  void oneKindIsNoneOfTheOthers() {
    String bounce = addresses.bounce(99);
    assertThat(addresses.readReply(bounce.replace("bounce+", "reply+"))).isNull();
    String reply = addresses.reply(1042, 7);
    assertThat(addresses.readMessageId("<" + reply.replace("reply+", "") + ">")).isNull();
    assertThat(
            new MailAddresses(keys, "mail.other.example")
                .readReply(reply.replace("harbour", "other")))
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "reply+@mail.harbour.example",
        "reply+1.2@mail.harbour.example",
        "reply+1.2.@mail.harbour.example",
        "reply+01.2.aaaaaaaaaaaaaaaaaa@mail.harbour.example",
        "reply+-1.2.aaaaaaaaaaaaaaaaaa@mail.harbour.example",
        "reply+zzzzzzzzzzzzz.2.aaaaaaaaaaaaaaaaaa@mail.harbour.example",
        "reply+1.2.3.4.5.6@mail.harbour.example",
        "reply+１.2.aaaaaaaaaaaaaaaaaa@mail.harbour.example",
        "help@mail.harbour.example",
        "<>"
      })
  void whatWeDidNotMakeIsNothing(String hostile) {
    assertThat(addresses.readReply(hostile)).isNull();
    assertThat(addresses.readBounce(hostile)).isNull();
    assertThat(addresses.readMessageId(hostile)).isNull();
  }

  @Test
  void nothingIsNothing() {
    assertThat(addresses.readReply(null)).isNull();
    assertThat(addresses.readReply("reply+" + "a".repeat(1_000_000))).isNull();
    assertThat(Base32.read("aaa=")).isNull();
    assertThat(Base32.write("jug".getBytes(UTF_8))).isEqualTo("nj2wo");
  }
}
