package amends.customers;

import java.util.List;

/** The day has come on which somebody looks whether these still hold. */
public record NeedsDue(List<Need> needs) {}
