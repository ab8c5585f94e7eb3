/**
 * What every route of the REST API is made of: declarations that both the code and the OpenAPI
 * document are read from, strict reading, problems, paging, idempotency, rate limits. Other rooms
 * name it as {@code shared :: api}.
 */
@NamedInterface("api")
@NullMarked
package amends.shared.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
