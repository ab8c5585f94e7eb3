package amends.app.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.shared.net.Hosts;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Which addresses a web hook may reach. */
class HostsTest {
  @Test
  void aNameThatChangesItsMindIsAskedOnceOnly() throws Exception {
    var asked = new AtomicInteger();
    var hosts =
        new Hosts(
            List.of(),
            name -> {
              asked.incrementAndGet();
              return new InetAddress[] {
                InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")
              };
            });
    assertThatThrownBy(() -> hosts.addresses("two.example")).isInstanceOf(Hosts.Closed.class);
    assertThat(asked).hasValue(1);
    for (String inner :
        List.of(
            "10.1.1.1",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "fd00::1",
            "fe80::1",
            "ff02::1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "::",
            "2001:db8::1")) {
      assertThat(Hosts.isPublic(InetAddress.getByName(inner))).as(inner).isFalse();
    }
    for (String outer : List.of("8.8.8.8", "172.15.0.1", "2606:4700::1111", "193.0.0.1")) {
      assertThat(Hosts.isPublic(InetAddress.getByName(outer))).as(outer).isTrue();
    }
  }
}
