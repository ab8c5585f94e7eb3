package amends.staff;

/** What a person may be permitted to do, and where the question is asked. */
public enum Permission {
  /** Read a case, its customer, its messages. */
  SEE_CASE(Where.SCOPE),
  /** Reply, note, promise, take over, hand over. */
  WORK_CASE(Where.SCOPE),
  /** Say that it was made right or decided, with the outcome. */
  SETTLE(Where.SCOPE),
  /** Take up again what was settled or closed. */
  REOPEN(Where.SCOPE),
  /** Give a remedy within one's authority, offer a choice of them, or ask whoever may. */
  GRANT_REMEDY(Where.SCOPE),
  /** Look at what was given afterwards, and grant emergency authority. */
  BACK_REMEDY(Where.SCOPE),
  /** Look quietly into patterns of grants; stop or reclaim what another gave, on evidence. */
  STOP_REMEDY(Where.SCOPE),
  /** Do by hand what was granted, say what was paid elsewhere, compare ledgers. */
  PAY_REMEDY(Where.ANYWHERE),
  /** Keep the catalogue of remedies, causes, budgets and everybody's authority. */
  ARRANGE_REMEDIES(Where.ANYWHERE),
  /** Set and lift stop marks on products, lots and units. */
  STOP_GOODS(Where.ANYWHERE),
  /** Open a case before the customer knows, or for someone on the phone. */
  OPEN_CASE(Where.ANYWHERE),
  /** Declare two customers to be one, and take them apart again. */
  JOIN_CUSTOMERS(Where.ANYWHERE),
  /** Look into quarantine and tray, and decide where a held mail belongs. */
  HOLD_MAIL(Where.ANYWHERE),
  /** Read customers and what was sold to them. */
  SEE_CUSTOMERS(Where.ANYWHERE),
  /** Read people and teams. */
  SEE_PEOPLE(Where.ANYWHERE),
  /** Say when colleagues of the team are away and what they are good at. */
  PLAN_DUTY(Where.SCOPE),
  /** Decide what is asked of a case and which way cases go: custom fields, routing. */
  ARRANGE_DESK(Where.SCOPE),
  /** Keep what everybody at the desk uses: macros and tags. */
  KEEP_DESK(Where.ANYWHERE),
  /** Write to many customers of a brand at once, up to a thousand, and follow it. */
  BROADCAST(Where.SCOPE),
  /** Write to any number of them. */
  BROADCAST_WIDELY(Where.SCOPE),
  /** Read checks, queues and troubles of the program. */
  SEE_HEALTH(Where.ANYWHERE),
  /** Read what the mail catcher of a demo world has caught. */
  SEE_CATCHER(Where.ANYWHERE),
  /** Let a restored installation send again. */
  RELEASE_OUTBOX(Where.EVERYWHERE),
  /** Give out, erase and hold what is kept about a customer, in whatever brand. */
  KEEP_DATA(Where.EVERYWHERE),
  /** Read who changed what in the house. */
  SEE_AUDIT(Where.EVERYWHERE),
  /** Add people, grant roles, let people leave, name teams and brands. */
  ADMINISTER_STAFF(Where.EVERYWHERE);

  /** Where a role must be held for the permission. */
  enum Where {
    /** In the brand and team of the record in question. */
    SCOPE,
    /** In any brand or team. */
    ANYWHERE,
    /** In all brands and teams. */
    EVERYWHERE
  }

  private final Where where;

  Permission(Where where) {
    this.where = where;
  }

  Where where() {
    return where;
  }
}
