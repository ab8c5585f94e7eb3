package amends.shared.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves the description of the API to whoever makes a client from it; no token is asked for. */
@Controller
final class OpenApiDocument {
  private final OpenApi openApi;

  OpenApiDocument(OpenApi openApi) {
    this.openApi = openApi;
  }

  @GetMapping("/api/v1/openapi.json")
  void show(HttpServletResponse response) throws IOException {
    byte[] bytes = ApiJson.bytes(openApi.document());
    response.setContentType("application/json");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
