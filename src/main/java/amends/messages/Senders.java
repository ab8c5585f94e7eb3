package amends.messages;

import amends.shared.Settings;
import amends.staff.Brand;
import amends.staff.Staff;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The brands, as far as mail comes to them and speaks for them. */
@Component
final class Senders {
  private final Staff staff;
  private final Settings settings;

  Senders(Staff staff, Settings settings) {
    this.staff = staff;
    this.settings = settings;
  }

  MailPerson sender(long brandId) {
    Brand brand = staff.brand(brandId);
    return new MailPerson(brand.name(), brand.senderAddress());
  }

  /**
   * The brand whose help address is the first of these that is any's, also when the local part
   * carries more behind a plus.
   */
  Optional<Long> brandFor(List<String> addresses) {
    List<Brand> brands = staff.brands();
    return addresses.stream()
        .map(address -> address.strip().replaceFirst("\\+[^@]*@", "@"))
        .flatMap(bare -> brands.stream().filter(b -> b.senderAddress().equalsIgnoreCase(bare)))
        .map(Brand::id)
        .findFirst();
  }

  /**
   * Whether mail to this address is for us. A door on loopback takes any: what stands before it has
   * already decided, and a demo has no domain of its own.
   */
  boolean expects(String address) {
    String domain = domain(address);
    return isLoopback()
        || domain.equals(settings.mailDomain().toLowerCase(Locale.ROOT))
        || staff.brands().stream().anyMatch(brand -> domain(brand.senderAddress()).equals(domain));
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(settings.mail().address()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }
}
