package amends.testing;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Keeps cookies and sends the hidden token of the last page, as a person's browser does. */
public final class Browser {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final MockMvc mvc;
  private final String address;
  private final Map<String, Cookie> cookies = new LinkedHashMap<>();
  private String csrf = "";

  public Browser(MockMvc mvc) {
    this(mvc, "192.0.2.1");
  }

  public Browser(MockMvc mvc, String address) {
    this.mvc = mvc;
    this.address = address;
  }

  public MockHttpServletResponse open(String path) {
    return send(get(path).accept(MediaType.TEXT_HTML));
  }

  /** Posts fields, given as name, value, name, value, with the token of the last page. */
  public MockHttpServletResponse submit(String path, String... fields) {
    MockHttpServletRequestBuilder request = post(path).param("_csrf", csrf);
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request);
  }

  /** Posts a form with a file. */
  public MockHttpServletResponse upload(String path, String name, byte[] file, String... fields) {
    MockMultipartHttpServletRequestBuilder request =
        multipart(path).file(new MockMultipartFile(name, "upload", null, file));
    request.param("_csrf", csrf);
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request);
  }

  /** Opens the sign-in page and signs in. */
  public MockHttpServletResponse signIn(String email, String password) {
    open("/sign-in");
    return submit("/sign-in", "email", email, "password", password);
  }

  public MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) {
    request.header(
        "User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    request.with(r -> {
      r.setRemoteAddr(address);
      return r;
    });
    if (!cookies.isEmpty()) {
      request.cookie(cookies.values().toArray(Cookie[]::new));
    }
    try {
      MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
      remember(response);
      return response;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public String cookie() {
    return cookies.values().stream()
        .filter(c -> c.getName().contains("amends"))
        .map(Cookie::getValue)
        .findFirst()
        .orElse("");
  }

  private void remember(MockHttpServletResponse response) throws Exception {
    for (Cookie cookie : response.getCookies()) {
      if (cookie.getMaxAge() == 0) {
        cookies.remove(cookie.getName());
      } else {
        cookies.put(cookie.getName(), cookie);
      }
    }
    Matcher matcher = CSRF.matcher(response.getContentAsString());
    if (matcher.find()) {
      csrf = matcher.group(1);
    }
  }
}
