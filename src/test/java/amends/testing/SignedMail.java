package amends.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;

/** Signs mail as a provider does (DKIM). */
public final class SignedMail {
  private static final KeyPair KEYS = rsa();

  private SignedMail() {}

  /** What the provider publishes at {@code s._domainkey.<domain>}. */
  public static String key() {
    return "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
  }

  /** The same mail with a signature of that domain; lines end with LF. */
  public static String by(String domain, String mime) {
    return by(domain, "", mime);
  }

  public static String by(String domain, String more, String mime) {
    String template =
        "v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=s; %sh=from:to:subject:message-id; bh=; b=;"
            .formatted(domain, more);
    byte[] raw = mime.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    try {
      String field =
          new DKIMSigner(template, KEYS.getPrivate()).sign(new ByteArrayInputStream(raw));
      return field.replace("\r\n", "\n").strip() + "\n" + mime;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FailException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair rsa() {
    try {
      KeyPairGenerator made = KeyPairGenerator.getInstance("RSA");
      made.initialize(2048);
      return made.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
