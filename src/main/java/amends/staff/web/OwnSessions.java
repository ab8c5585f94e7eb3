package amends.staff.web;

import amends.shared.page.Page;
import amends.staff.SignedIn;
import java.util.Comparator;
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

  private static ProfileView.Session shown(Session session, boolean current, Page page) {
    SecurityContext context =
        session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
    String device = page.t().say("staff.device.unknown");
    String since = "";
    if (context != null && context.getAuthentication() instanceof SignedIn in) {
      device =
          in.browser().isEmpty() || in.system().isEmpty()
              ? device
              : page.t().say("staff.device", in.browser(), in.system());
      since = page.t().say("staff.since", in.signedInAt());
    }
    return new ProfileView.Session(device, since, current);
  }
}
