/* Amends in the browser: clocks that tick, theme, a text area that grows. Every page works without it.
   Its words come from the server, in data attributes of the body. */
(() => {
  "use strict";
  const MINUTE = 60000;
  const say = (name, ...args) => args.reduce((text, arg, i) => text.replaceAll(`{${i}}`, arg), document.body.dataset[name] ?? "");
  const aloud = (text) => { const spot = document.getElementById("aloud"); if (spot) spot.textContent = text; };

  /* The server's clock counts: a browser that runs fast or slow must not break a promise early. */
  const ahead = Date.now() - Number(document.body.dataset.now ?? Date.now());
  const now = () => Date.now() - ahead;

  /* Clocks: words each 10 seconds, sign and colour when the state turns, read out only then. */
  const plural = new Intl.PluralRules(document.documentElement.lang || "en");
  const span = (ms) => {
    const minutes = Math.floor(ms / MINUTE), hours = Math.floor(minutes / 60), days = Math.floor(hours / 24);
    if (minutes === 0) return say("spanMoment");
    if (hours === 0) return say("spanMinutes", minutes);
    if (days > 0) return say(plural.select(days) === "one" ? "spanDaysOne" : "spanDaysOther", days);
    return hours >= 12 || minutes % 60 === 0 ? say("spanHours", hours) : say("spanBoth", hours, minutes % 60);
  };
  const stateOf = (due, soon, at) => (at > due ? "overdue" : at >= soon ? "soon" : "plenty");
  const words = (state, left) =>
    state === "overdue" ? say("clockLate", span(-left)) : say(state === "soon" ? "clockLeft" : "clockIn", span(left < MINUTE ? 0 : Math.ceil(left / MINUTE) * MINUTE));
  const tick = (time) => {
    const due = Number(time.dataset.due), at = now(), state = stateOf(due, Number(time.dataset.soon), at);
    const text = words(state, due - at), clock = time.closest("[data-clock]");
    if (time.textContent !== text) time.textContent = text;
    if (!clock || clock.dataset.clock === state) return;
    clock.dataset.clock = state;
    clock.querySelector("use")?.setAttribute("href", `/assets/sprite.svg#dial-${state}`);
    const what = clock.closest(".row")?.querySelector(".row-who, .row-what")?.textContent ?? document.querySelector("h1")?.textContent ?? "";
    aloud(say(state === "overdue" ? "turnedOverdue" : "turnedSoon", what.trim()));
  };
  const tickAll = () => document.querySelectorAll("time[data-due]").forEach(tick);
  setInterval(tickAll, 10000);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) tickAll(); });

  /* Theme: a cookie that the server reads, so that the next page comes in the right light at once. */
  document.addEventListener("submit", (event) => {
    const theme = event.target.matches(".theme") && event.submitter?.value;
    if (!theme) return;
    event.preventDefault();
    document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    document.querySelectorAll(".theme-choice").forEach((b) => b.setAttribute("aria-pressed", String(b.value === theme)));
  });

  /* A text area grows with its words. */
  const grows = CSS.supports("field-sizing", "content");
  const grow = (area) => {
    if (grows) return;
    area.style.blockSize = "auto";
    area.style.blockSize = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  };
  const growAll = (root) => root.querySelectorAll("textarea[data-grow]").forEach(grow);
  document.addEventListener("input", (event) => { if (event.target.matches?.("textarea[data-grow]")) grow(event.target); });
  /* When the server does not answer, the page says that it is old. */
  const stale = (old) => document.querySelectorAll("[data-stale]").forEach((note) => { note.hidden = !old; });
  document.addEventListener("htmx:sendError", () => stale(true));
  document.addEventListener("htmx:responseError", () => stale(true));
  document.addEventListener("htmx:afterOnLoad", () => stale(false));
  document.addEventListener("amends:swapped", () => { tickAll(); growAll(document); });
  document.addEventListener("htmx:afterSwap", (event) => { tickAll(); growAll(event.target); });

  /* The sheet behind "More" closes by Escape and by a press beside it. */
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.nav-details[open]").forEach((d) => { if (!d.contains(event.target)) d.open = false; });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.querySelectorAll("details.nav-details[open]").forEach((d) => { d.open = false; d.querySelector("summary").focus(); });
  });

  growAll(document);
  tickAll();
  document.querySelector(".tabs .tab[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  /* The first field, unless there is trouble to hear of or somebody types already: an attribute autofocus would quarrel with both. */
  const trouble = document.querySelector("#trouble");
  if (trouble) trouble.focus();
  else if (document.activeElement === document.body) document.querySelector("[data-focus]")?.focus();
})();
