package amends.staff.web;

import amends.staff.Means;
import amends.staff.SecondFactors;
import amends.staff.SecondFactors.Need;
import amends.staff.SignIns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Where the first step of signing in leads: inside, or to the second. */
@Component
final class Steps {
  static final String SECOND = "/sign-in/second";

  private final SecondFactors factors;
  private final SignIns signIns;
  private final Entrance entrance;

  Steps(SecondFactors factors, SignIns signIns, Entrance entrance) {
    this.factors = factors;
    this.signIns = signIns;
    this.entrance = entrance;
  }

  /** The way on for somebody whose first step was not typed at the sign-in page. */
  String after(
      long personId, Means means, HttpServletRequest request, HttpServletResponse response) {
    return factors.need(personId) == Need.NONE
        ? inside(personId, means, request, response)
        : second(personId, request);
  }

  /** A session that only opens the second step; who has no factor yet is offered one. */
  String second(long personId, HttpServletRequest request) {
    entrance.halfWay(personId, request);
    if (factors.need(personId) == Need.ENROL) {
      factors.offer(personId);
    }
    return SECOND;
  }

  /** Inside, noted as such. */
  String inside(
      long personId, Means means, HttpServletRequest request, HttpServletResponse response) {
    signIns.welcome(personId, means);
    return entrance.enter(personId, means, request, response);
  }
}
