package amends.staff.passkey;

import amends.shared.Sql;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** The library's passkeys in our table; the moments are those of our clock. */
final class Keys implements UserCredentialRepository {
  private static final String KEY =
      """
      select k.credential_id, o.handle, k.public_key, k.attestation, k.sign_count, k.transports,
        k.backup_eligible, k.backed_up, k.name, k.created_at, k.used_at
      from passkey k join passkey_owner o on o.person_id = k.person_id
      """;
  private static final RowMapper<CredentialRecord> KEY_ROW =
      (rs, n) ->
          ImmutableCredentialRecord.builder()
              .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
              .credentialId(new Bytes(rs.getBytes("credential_id")))
              .userEntityUserId(new Bytes(rs.getBytes("handle")))
              .publicKey(new ImmutablePublicKeyCose(rs.getBytes("public_key")))
              .attestationObject(new Bytes(rs.getBytes("attestation")))
              .signatureCount(rs.getLong("sign_count"))
              .uvInitialized(true)
              .transports(
                  Arrays.stream((String[]) rs.getArray("transports").getArray())
                      .map(AuthenticatorTransport::valueOf)
                      .collect(Collectors.toSet()))
              .backupEligible(rs.getBoolean("backup_eligible"))
              .backupState(rs.getBoolean("backed_up"))
              .label(rs.getString("name"))
              .created(Sql.instant(rs, "created_at"))
              .lastUsed(
                  Objects.requireNonNullElse(
                      Sql.instantOrNull(rs, "used_at"), Sql.instant(rs, "created_at")))
              .build();

  private final JdbcClient sql;
  private final InstantSource clock;

  Keys(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** A new one, or the same after it was used. */
  @Override
  public void save(CredentialRecord key) {
    int known =
        sql.sql(
                """
                update passkey set sign_count = :count, backed_up = :backed, used_at = :now
                where credential_id = :id
                """)
            .param("count", key.getSignatureCount())
            .param("backed", key.isBackupState())
            .param("now", Sql.at(clock.instant()))
            .param("id", key.getCredentialId().getBytes())
            .update();
    if (known == 0) {
      add(key);
    }
  }

  private void add(CredentialRecord key) {
    sql.sql(
            """
            insert into passkey (person_id, credential_id, public_key, attestation, sign_count, transports,
              backup_eligible, backed_up, name, created_at)
            select o.person_id, :id, :public, :attestation, :count, cast(:transports as text[]), :eligible,
              :backed, :name, :now
            from passkey_owner o where o.handle = :handle
            """)
        .param("id", key.getCredentialId().getBytes())
        .param("public", key.getPublicKey().getBytes())
        .param("attestation", attestation(key))
        .param("count", key.getSignatureCount())
        .param(
            "transports",
            key.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .toArray(String[]::new))
        .param("eligible", key.isBackupEligible())
        .param("backed", key.isBackupState())
        .param("name", key.getLabel())
        .param("now", Sql.at(clock.instant()))
        .param("handle", key.getUserEntityUserId().getBytes())
        .update();
  }

  private static byte[] attestation(CredentialRecord key) {
    Bytes attestation = key.getAttestationObject();
    if (attestation == null) {
      throw new IllegalArgumentException("a passkey without its attestation");
    }
    return attestation.getBytes();
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes id) {
    return sql.sql(KEY + "where k.credential_id = :id")
        .param("id", id.getBytes())
        .query(KEY_ROW)
        .optional()
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes handle) {
    return sql.sql(KEY + "where o.handle = :handle order by k.id")
        .param("handle", handle.getBytes())
        .query(KEY_ROW)
        .list();
  }

  @Override
  public void delete(Bytes id) {
    sql.sql("delete from passkey where credential_id = :id").param("id", id.getBytes()).update();
  }
}
