package amends.messages.trust;

import static org.assertj.core.api.Assertions.assertThat;

import amends.testing.FakeNames;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a domain says of a server, with the zone of RFC 7208, appendix A, and the bounds of 4.6.4.
 */
class SpfTest {
  private static final String DOMAIN = "example.com";

  private final FakeNames names = new FakeNames();
  private final AtomicLong nanos = new AtomicLong();

  @BeforeEach
  void zone() {
    names.addresses(DOMAIN, ip("192.0.2.10"), ip("192.0.2.11"));
    names.addresses("amy.example.com", ip("192.0.2.65"));
    names.addresses("bob.example.com", ip("192.0.2.66"));
    names.addresses("mail-a.example.com", ip("192.0.2.129"));
    names.addresses("mail-b.example.com", ip("192.0.2.130"), ip("2001:db8::130"));
    names.addresses("mail-c.example.org", ip("192.0.2.140"));
    names.mailServers(DOMAIN, "mail-a.example.com", "mail-b.example.com");
    names.mailServers("example.org", "mail-c.example.org");
    names.names(ip("192.0.2.10"), "example.com");
    names.names(ip("192.0.2.65"), "amy.example.com");
    names.names(ip("10.0.0.4"), "bob.example.com");
  }

  /** Asks nobody: they are addresses by their form. */
  private static InetAddress ip(String address) {
    return SpfAddresses.read(address).orElseThrow();
  }

  private String check(String address, String sender, String helo) {
    return new Spf(names, nanos::get).check(new Spf.Asked(ip(address), sender, helo)).word();
  }

  private String check(String address) {
    return check(address, "strong-bad@" + DOMAIN, "mail.example.com");
  }

  private String says(String record, String address) {
    names.put(DOMAIN, record);
    return check(address);
  }

  @ParameterizedTest
  @CsvSource({
    "v=spf1 +all, 192.0.2.99, pass",
    "v=spf1 a -all, 192.0.2.10, pass",
    "v=spf1 a -all, 192.0.2.12, fail",
    "v=spf1 a:example.org -all, 192.0.2.10, fail",
    "v=spf1 mx -all, 192.0.2.129, pass",
    "v=spf1 mx -all, 192.0.2.10, fail",
    "v=spf1 mx:example.org -all, 192.0.2.140, pass",
    "v=spf1 mx mx:example.org -all, 192.0.2.140, pass",
    "v=spf1 mx/30 mx:example.org/30 -all, 192.0.2.131, pass",
    "v=spf1 mx/30 mx:example.org/30 -all, 192.0.2.143, pass",
    "v=spf1 mx/30 -all, 192.0.2.132, fail",
    "v=spf1 mx/30//64 -all, 2001:db8::99, pass",
    "v=spf1 ptr -all, 192.0.2.10, pass",
    "v=spf1 ptr -all, 192.0.2.65, pass",
    "v=spf1 ptr -all, 10.0.0.4, fail",
    "v=spf1 ip4:192.0.2.128/28 -all, 192.0.2.129, pass",
    "v=spf1 ip4:192.0.2.128/28 -all, 192.0.2.65, fail",
    "v=spf1 ip4:192.0.2.0/0 -all, 10.9.8.7, pass",
    "v=spf1 ip6:2001:db8::/32 ~all, 2001:db8:1::1, pass",
    "v=spf1 ip6:2001:db8::/32 ~all, 192.0.2.1, softfail",
    "v=spf1 ip4:192.0.2.1, 192.0.2.2, neutral",
    "v=spf1 ?a -all, 192.0.2.10, neutral",
    "V=SPF1 A -ALL, 192.0.2.10, pass",
    "v=spf1 some=thing a   -all exp=why.%{d}, 192.0.2.10, pass",
    "v=spf10 a -all, 192.0.2.10, none",
    "verification=1, 192.0.2.10, none"
  })
  void aRecordIsReadAndMatched(String record, String address, String result) {
    assertThat(says(record, address)).isEqualTo(result);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=spf1 a:192.0.2.10 -all",
        "v=spf1 -all wrong",
        "v=spf1 +all ip4:192.0.2.256",
        "v=spf1 +all ip4:192.0.2.0/33",
        "v=spf1 +all ip4:192.0.2.0/08",
        "v=spf1 +all ip6:2001:db8::/129",
        "v=spf1 +all ip6:192.0.2.1",
        "v=spf1 a/33 +all",
        "v=spf1 a:example.com/24/64 +all",
        "v=spf1 all:example.com",
        "v=spf1 all/24",
        "v=spf1 include",
        "v=spf1 include: +all",
        "v=spf1 include:example.org/24 +all",
        "v=spf1 exists +all",
        "v=spf1 ptr/24 +all",
        "v=spf1 redirect=a.example redirect=b.example +all",
        "v=spf1 exp=a.example exp=b.example +all",
        "v=spf1 redirect= +all",
        "v=spf1 a:%{x}.example.com +all",
        "v=spf1 exists:%{c}.example.com +all",
        "v=spf1 exists:%{d0}.example.com +all",
        "v=spf1 a:%(d).example.com +all",
        "v=spf1 a:example +all",
        "v=spf1 a:f\u00f6.example +all"
      })
  void aSlipAnywhereIsASlip(String record) {
    assertThat(says(record, "192.0.2.10")).isEqualTo("permerror");
  }

  @Test
  void anotherRecordIsIncludedOrStandsForThisOne() {
    names.put("example.net", "v=spf1 ip4:198.51.100.1 ?ip4:198.51.100.2 -all");
    assertThat(says("v=spf1 include:example.net -all", "198.51.100.1")).isEqualTo("pass");
    assertThat(says("v=spf1 include:example.net ~all", "198.51.100.2"))
        .as("neutral there is no match here")
        .isEqualTo("softfail");
    assertThat(says("v=spf1 include:example.net ~all", "198.51.100.3"))
        .as("nor is its fail ours")
        .isEqualTo("softfail");
    assertThat(says("v=spf1 include:nowhere.example ~all", "198.51.100.3")).isEqualTo("permerror");
    assertThat(says("v=spf1 redirect=example.net", "198.51.100.3")).isEqualTo("fail");
    assertThat(says("v=spf1 redirect=example.net ?all", "198.51.100.3"))
        .as("all comes before it wherever it stands")
        .isEqualTo("neutral");
    assertThat(says("v=spf1 redirect=nowhere.example", "198.51.100.3")).isEqualTo("permerror");
    names.texts(DOMAIN, "v=spf1 +all", "v=spf1 -all");
    assertThat(check("198.51.100.3")).as("two of them are none").isEqualTo("permerror");
    names.texts(DOMAIN, "v=spf1 -all", "something else");
    assertThat(check("198.51.100.3")).isEqualTo("fail");
  }

  @Test
  void placesAreFilled() {
    names.addresses("strong-bad.sender.example.com", ip("127.0.0.2"));
    assertThat(says("v=spf1 exists:%{l}.sender.%{d} -all", "192.0.2.3")).isEqualTo("pass");
    names.addresses("bad.strong.lp.example.com", ip("127.0.0.2"));
    assertThat(says("v=spf1 exists:%{lr-}.lp.%{d2} -all", "192.0.2.3")).isEqualTo("pass");
    names.addresses("3.2.0.192.in-addr.spf.example.com", ip("127.0.0.2"));
    assertThat(says("v=spf1 exists:%{ir}.%{v}.spf.%{d2} -all", "192.0.2.3")).isEqualTo("pass");
    assertThat(says("v=spf1 exists:%{ir}.%{v}.spf.%{d2} -all", "192.0.2.4")).isEqualTo("fail");
    names.addresses(
        "1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.example.com",
        ip("127.0.0.2"));
    assertThat(says("v=spf1 exists:%{ir}.%{v}.%{d} -all", "2001:db8::cb01")).isEqualTo("pass");
    names.addresses("amy.example.com.p.example.com", ip("127.0.0.2"));
    assertThat(says("v=spf1 exists:%{p}.p.%{d} -all", "192.0.2.65")).isEqualTo("pass");
    names.addresses("strong-bad%40example.com.s.example.com", ip("127.0.0.2"));
    assertThat(says("v=spf1 exists:%{S}.s.%{o} -all", "192.0.2.3")).isEqualTo("pass");
    names.addresses("mail.example.com.h.example.com", ip("127.0.0.2"));
    assertThat(says("v=spf1 exists:%{h}.h.example.com -all", "192.0.2.3")).isEqualTo("pass");
  }

  @Test
  void tenLookUpsAreTheMostOfWhichTwoMayFindNothing() {
    StringBuilder ten = new StringBuilder("v=spf1");
    for (int i = 0; i < 10; i++) {
      names.put("s" + i + ".example.com", "v=spf1 ip4:198.51.100." + i + " -all");
      ten.append(" include:s").append(i).append(".example.com");
    }
    assertThat(says(ten + " -all", "198.51.100.9")).isEqualTo("pass");
    assertThat(says(ten + " a -all", "192.0.2.10")).as("the eleventh").isEqualTo("permerror");
    assertThat(says("v=spf1 include:example.com -all", "192.0.2.10"))
        .as("a ring")
        .isEqualTo("permerror");
    assertThat(says("v=spf1 a:x.example.org a:y.example.org -all", "192.0.2.10")).isEqualTo("fail");
    assertThat(
            says("v=spf1 a:x.example.org mx:y.example.org exists:z.example.org +all", "192.0.2.10"))
        .isEqualTo("permerror");
    String[] many = new String[11];
    for (int i = 0; i < many.length; i++) {
      many[i] = "mail-a.example.com";
    }
    names.mailServers(DOMAIN, many);
    assertThat(says("v=spf1 mx +all", "192.0.2.10")).as("eleven servers").isEqualTo("permerror");
  }

  @Test
  void whatCannotBeSaidAtThisMomentMayBeSaidLater() {
    names.put(DOMAIN, "v=spf1 a -all");
    names.away = true;
    assertThat(check("192.0.2.10")).isEqualTo("temperror");
    names.away = false;
    Spf slow = new Spf(names, () -> nanos.getAndAdd(13_000_000_000L));
    assertThat(slow.check(new Spf.Asked(ip("192.0.2.10"), "a@" + DOMAIN, "")))
        .as("it takes too long in all")
        .isEqualTo(SpfResult.TEMPERROR);
  }

  @Test
  void theNameOfTheServerStandsForASenderThatIsEmpty() {
    names.put("mail-a.example.com", "v=spf1 a -all");
    assertThat(check("192.0.2.129", "", "mail-a.example.com")).isEqualTo("pass");
    assertThat(check("192.0.2.130", "", "mail-a.example.com")).isEqualTo("fail");
    assertThat(check("192.0.2.130", "", "localhost")).isEqualTo("none");
    assertThat(check("192.0.2.130", "a@" + "x".repeat(64) + ".example", "")).isEqualTo("none");
    assertThat(check("192.0.2.130", "a@..example", "")).isEqualTo("none");
  }
}
