package amends.messages.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The key file of one of Google's service accounts, which signs for itself (RFC 7523). */
record ServiceKey(String email, String keyId, PrivateKey key) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LASTS = Duration.ofMinutes(55);

  /**
   * @throws IllegalArgumentException when it is no such file
   */
  static ServiceKey read(String file) {
    try {
      JsonNode json = JSON.readTree(file);
      String pem = json.path("private_key").asString("");
      String email = json.path("client_email").asString("");
      byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
      PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
      if (email.isEmpty()) {
        throw new IllegalArgumentException("the key file names no account");
      }
      return new ServiceKey(email, json.path("private_key_id").asString(""), key);
    } catch (JacksonException | GeneralSecurityException e) {
      throw new IllegalArgumentException("that is no key file", e);
    }
  }

  /** Says who we are, and for whose mailbox; valid for less than an hour. */
  String assertion(URI endpoint, String login, String scope, Instant now) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(email)
            .subject(login)
            .audience(endpoint.toString())
            .claim("scope", scope)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LASTS)))
            .build();
    JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256);
    SignedJWT jwt =
        new SignedJWT(keyId.isEmpty() ? header.build() : header.keyID(keyId).build(), claims);
    try {
      jwt.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
    return jwt.serialize();
  }
}
