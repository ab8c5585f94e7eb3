package amends.staff.passkey;

import java.io.Serializable;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * This house, as authenticators know it. Every passkey is found without a name and unlocked by its
 * owner, so that it stands for two factors.
 */
public final class RelyingParty {
  private final Webauthn4JRelyingPartyOperations operations;
  private final Keys keys;
  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  /**
   * @param baseUrl its host is what passkeys are bound to
   */
  public RelyingParty(JdbcClient sql, InstantSource clock, URI baseUrl) {
    this.keys = new Keys(sql, clock);
    this.operations =
        new Webauthn4JRelyingPartyOperations(
            new Owners(sql),
            keys,
            PublicKeyCredentialRpEntity.builder().id(baseUrl.getHost()).name("Amends").build(),
            Set.of(baseUrl.toString()));
    operations.setCustomizeCreationOptions(options ->
        options.authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build()));
    operations.setCustomizeRequestOptions(
        options -> options.userVerification(UserVerificationRequirement.REQUIRED));
  }

  /**
   * A question to a browser.
   *
   * @param json for the browser
   * @param kept in the session until it answers
   */
  public record Question(String json, Serializable kept) {}

  /** Asks for a new passkey of the one who is signed in. */
  public Question forNew(Authentication who) {
    PublicKeyCredentialCreationOptions options =
        operations.createPublicKeyCredentialCreationOptions(
            new ImmutablePublicKeyCredentialCreationOptionsRequest(who));
    return new Question(json.writeValueAsString(options), options);
  }

  /**
   * Keeps a new passkey, when the answer is one to the question.
   *
   * @throws RuntimeException of the library when it is not
   */
  public void keep(Serializable question, String answer, String name) {
    PublicKeyCredential<AuthenticatorAttestationResponse> key =
        json.readValue(answer, new TypeReference<>() {});
    operations.registerCredential(
        new ImmutableRelyingPartyRegistrationRequest(
            (PublicKeyCredentialCreationOptions) question, new RelyingPartyPublicKey(key, name)));
  }

  /** Asks for any passkey of this house. */
  public Question forAny() {
    PublicKeyCredentialRequestOptions options =
        operations.createCredentialRequestOptions(
            new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    return new Question(json.writeValueAsString(options), options);
  }

  /**
   * The id of the passkey that answered rightly.
   *
   * @throws RuntimeException of the library when none did
   */
  public byte[] recognise(Serializable question, String answer) {
    PublicKeyCredential<AuthenticatorAssertionResponse> key =
        json.readValue(answer, new TypeReference<>() {});
    operations.authenticate(
        new RelyingPartyAuthenticationRequest((PublicKeyCredentialRequestOptions) question, key));
    return key.getRawId().getBytes();
  }
}
