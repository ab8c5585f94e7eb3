package amends.messages.email;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises signed and encrypted mail, which we keep and show but do not open. */
final class Wrappers {
  private Wrappers() {}

  static @Nullable String find(Headers headers, List<Part> leaves) {
    Parameters type = Parameters.read(headers.first("Content-Type"));
    String protocol = type.get("protocol");
    boolean pgp = protocol != null && protocol.contains("pgp");
    String found =
        switch (type.value()) {
          case "multipart/encrypted" -> "pgp-encrypted";
          case "multipart/signed" -> pgp ? "pgp-signed" : "smime-signed";
          case "application/pkcs7-mime", "application/x-pkcs7-mime" ->
              "signed-data".equalsIgnoreCase(type.get("smime-type"))
                  ? "smime-signed"
                  : "smime-encrypted";
          default -> null;
        };
    return found == null ? inText(leaves) : found;
  }

  private static @Nullable String inText(List<Part> leaves) {
    for (Part part : leaves) {
      if (part.body() && part.bytes().length < 1024 * 1024) {
        String text = new String(part.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
        if (text.contains("-----BEGIN PGP MESSAGE-----")) {
          return "pgp-encrypted";
        }
        if (text.contains("-----BEGIN PGP SIGNED MESSAGE-----")) {
          return "pgp-signed";
        }
      }
    }
    return null;
  }
}
