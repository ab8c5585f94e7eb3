package amends.messages;

import amends.shared.Settings;
import amends.staff.Brand;
import amends.staff.HelpDesk;
import amends.staff.Staff;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

  /** The help addresses in use, read once for all that some mails ask of them. */
  record HelpAddresses(List<HelpDesk> desks) {
    private static final Pattern TAG = Pattern.compile("\\+[^@]*@");

    /**
     * The brand whose help address is the first of these that is any's, also when the local part
     * carries more behind a plus.
     */
    @Nullable HelpDesk among(List<String> addresses) {
      for (String address : addresses) {
        String bare = TAG.matcher(address.strip()).replaceFirst("@");
        for (HelpDesk desk : desks) {
          if (desk.brand().senderAddress().equalsIgnoreCase(bare)) {
            return desk;
          }
        }
      }
      return null;
    }
  }

  HelpAddresses helpAddresses() {
    return new HelpAddresses(staff.helpDesks());
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
