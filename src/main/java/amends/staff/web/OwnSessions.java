package amends.staff.web;

import amends.shared.Tokens;
import amends.shared.page.Page;
import amends.staff.Means;
import amends.staff.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where a person is signed in. */
@Component
final class OwnSessions {
  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  OwnSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.sessions = sessions;
  }

  /** This one first, then the newest. */
  List<ProfileView.Session> of(long personId, String currentId, Page page) {
    return sessions.findByPrincipalName(String.valueOf(personId)).values().stream()
        .filter(s -> !s.isExpired())
        .sorted(
            Comparator.comparing((Session s) -> !s.getId().equals(currentId))
                .thenComparing(Session::getCreationTime, Comparator.reverseOrder()))
        .map(s -> shown(s, s.getId().equals(currentId), page))
        .toList();
  }

  /** Ends one of the person's sessions; one that is not there any more is ended already. */
  boolean end(long personId, String key) {
    List<String> ids =
        sessions.findByPrincipalName(String.valueOf(personId)).values().stream()
            .map(Session::getId)
            .filter(id -> key(id).equals(key))
            .toList();
    ids.forEach(sessions::deleteById);
    return !ids.isEmpty();
  }

  /** A session's id opens it: pages name it by a hash. */
  private static String key(String id) {
    byte[] hash = Tokens.sha256(id.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 16);
  }

  private static ProfileView.Session shown(Session session, boolean current, Page page) {
    SecurityContext context =
        session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
    String device = page.t().say("staff.device.unknown");
    String since = "";
    String how = "";
    String address = "";
    if (context != null && context.getAuthentication() instanceof SignedIn in) {
      device =
          in.browser().isEmpty() || in.system().isEmpty()
              ? device
              : page.t().say("staff.device", in.browser(), in.system());
      since = page.t().say("staff.since", in.signedInAt());
      address = in.address();
      Means means = in.means();
      how = means == null ? "" : page.t().say("staff.by." + means.code());
    }
    String seen = page.t().say("staff.session.seen", session.getLastAccessedTime());
    return new ProfileView.Session(
        device, since, seen, how, address, key(session.getId()), current);
  }
}
