package amends.app.hooks.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Customers;
import amends.staff.ApiTokens;
import amends.staff.NewApiToken;
import amends.staff.Staff;
import amends.testing.Api;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class HookApiTest {
  private static final String SHOP =
      "{\"name\": \"Shop\", \"url\": \"https://shop.example/hear\", \"kinds\": [\"case.*\"]}";

  @Autowired MockMvc mvc;
  @Autowired ApiTokens tokens;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired JdbcClient sql;

  @Test
  void aProgramMakesItsHookAndItsSecretIsKeptNowhereInPlain() {
    Api api = new Api(mvc, tokens, "hooks:write");
    Api.Answer made = api.post("/api/v1/hooks", SHOP);
    assertThat(made.status()).isEqualTo(201);
    String path = "/api/v1/hooks/" + made.at("/id").asLong();
    String secret = api.post(path + "/secrets", "{}").at("/secret").asString();
    assertThat(secret).startsWith("whsec_");
    assertThat(
            sql.sql(
                    "select count(*) from idempotency where position(cast(:secret as bytea) in reply) > 0")
                .param("secret", secret.getBytes(StandardCharsets.UTF_8))
                .query(Long.class)
                .single())
        .isZero();
    assertThat(api.get(path).text()).doesNotContain("whsec_");
    assertThat(api.post(path + "/switch", "{\"on\": false}").at("/off_why").asString())
        .isEqualTo("person");
    assertThat(api.post(path + "/replay", "{\"seal\": 1000000}").status()).isEqualTo(422);
    assertThat(api.get("/api/v1/dead-calls").at("/items").isEmpty()).isTrue();
  }

  @Test
  void whatCannotBeCalledIsRefusedByField() {
    Api api = new Api(mvc, tokens, "hooks:write");
    Api.Answer inner = api.post("/api/v1/hooks", SHOP.replace("https://shop", "http://shop"));
    assertThat(inner.status()).isEqualTo(422);
    assertThat(inner.text()).contains("\"url\"");
    Api.Answer staffs = api.post("/api/v1/hooks", SHOP.replace("case.*", "staff.*"));
    assertThat(staffs.status()).isEqualTo(422);
    Api.Answer nobodys =
        api.post("/api/v1/hooks", SHOP.replaceFirst("\\{", "{\"brand_id\": 987654, "));
    assertThat(nobodys.status()).isEqualTo(422);
    assertThat(nobodys.at("/errors/0/field").asString()).isEqualTo("brand_id");
  }

  @Test
  void tokensOfOneBrandAndOtherScopesMayNot() {
    Fernhill world = new Fernhill(staff, customers);
    Api limited =
        new Api(
            mvc,
            tokens.make(
                new NewApiToken("Part", List.of("hooks:write"), world.brand.id(), null, null),
                null));
    assertThat(limited.get("/api/v1/hooks").status()).isEqualTo(403);
    assertThat(limited.post("/api/v1/hooks", SHOP).status()).isEqualTo(403);
    assertThat(new Api(mvc, tokens, "cases:read").get("/api/v1/hooks").status()).isEqualTo(403);
  }
}
