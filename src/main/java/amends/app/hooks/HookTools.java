package amends.app.hooks;

import amends.shared.KeyRing;
import amends.shared.net.Hosts;

/** What hooks are kept with. */
record HookTools(HookRows hooks, HookCalls calls, Hosts hosts, KeyRing keys) {}
