package amends.messages.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlBodyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<a href=' javascript:alert(1)'>x</a>",
        "<a href='java\tscript:alert(1)'>x</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<object data=javascript:alert(1)></object>",
        "<form action=https://evil.example><input name=password></form>",
        "<meta http-equiv=refresh content='0;url=https://evil.example'>",
        "<base href=https://evil.example>",
        "<link rel=stylesheet href=https://evil.example/a.css>",
        "<p style='background:url(https://evil.example/a.png)'>x</p>",
        "<p style=\"position:fixed;behavior:url(#x);width:expression(alert(1))\">x</p>",
        "<video src=https://evil.example><source srcset=https://evil.example></video>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "<template><img src=x onerror=alert(1)></template>",
        "<img src='cid:a' srcset='https://evil.example/b.png'>",
        "<body background=https://evil.example/b.png>x"
      })
  void nothingActsOrLoads(String hostile) {
    String html = Mails.present(Mails.html("<p>before</p>" + hostile + "<p>after</p>").html());
    String lower = html.toLowerCase(Locale.ROOT);
    assertThat(lower)
        .doesNotContain("<script")
        .doesNotContain("onerror=")
        .doesNotContain("onload=")
        .doesNotContain("javascript:")
        .doesNotContain("data:")
        .doesNotContain("evil.example")
        .doesNotContain("<form")
        .doesNotContain("<iframe")
        .doesNotContain("url(")
        .doesNotContain("position");
  }

  @Test
  void aLetterKeepsItsShape() {
    String html =
        Mails.html(
                "<table><tr><td colspan=2 style='color:#123456'>a</td></tr></table>"
                    + "<a href='mailto:a@b.example'>m</a><a href='tel:+491'>t</a><ol start=3><li>x</ol>")
            .html();
    assertThat(html)
        .contains("<td colspan=\"2\" style=\"color:#123456\">")
        .contains("mailto:a&#64;b.example")
        .contains("tel:&#43;491")
        .contains("noopener noreferrer nofollow")
        .contains("<ol start=\"3\">");
  }
}
