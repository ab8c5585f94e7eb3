package amends.staff.passkey;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/** The people of the library: our persons, known by a handle of chance. Names are person ids. */
final class Owners implements PublicKeyCredentialUserEntityRepository {
  private final JdbcClient sql;

  Owners(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
    return sql.sql(
            """
            select o.handle, p.name, p.email from passkey_owner o join person p on p.id = o.person_id
            where o.handle = :handle and p.left_at is null
            """)
        .param("handle", handle.getBytes())
        .query(
            (rs, n) -> entity(rs.getBytes("handle"), rs.getString("email"), rs.getString("name")))
        .optional()
        .orElse(null);
  }

  /** Makes the handle where there is none yet: what authenticators show is the e-mail address. */
  @Override
  public PublicKeyCredentialUserEntity findByUsername(String personId) {
    long id = Long.parseLong(personId);
    sql.sql(
            """
            insert into passkey_owner (person_id, handle) values (:person, :handle)
            on conflict (person_id) do nothing
            """)
        .param("person", id)
        .param("handle", Bytes.random().getBytes())
        .update();
    return sql.sql(
            """
            select o.handle, p.name, p.email from passkey_owner o join person p on p.id = o.person_id
            where p.id = :person
            """)
        .param("person", id)
        .query(
            (rs, n) -> entity(rs.getBytes("handle"), rs.getString("email"), rs.getString("name")))
        .single();
  }

  private static PublicKeyCredentialUserEntity entity(byte[] handle, String email, String name) {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(new Bytes(handle))
        .name(email)
        .displayName(name)
        .build();
  }

  /** Handles are made when they are asked for. */
  @Override
  public void save(PublicKeyCredentialUserEntity entity) {
    throw new IllegalStateException("owners are not saved by the library");
  }

  @Override
  public void delete(Bytes handle) {
    sql.sql("delete from passkey_owner where handle = :handle")
        .param("handle", handle.getBytes())
        .update();
  }
}
