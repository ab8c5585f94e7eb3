/* Live pages: hears ids, fetches the page anew and takes over what has changed, without moving what somebody points at,
   types in or reads. Its words come from the server, in data attributes. */
(() => {
  "use strict";
  const who = document.body.dataset.me;
  if (!who) return;
  const list = () => document.getElementById("list");
  const matter = document.querySelector("[data-live-case]");
  const caseId = matter ? Number(matter.dataset.liveCase) : 0;
  /* A broadcast: how far its list or its deliveries are. */
  const broadcast = document.querySelector("[data-live-broadcast]");
  const broadcastId = broadcast ? Number(broadcast.dataset.liveBroadcast) : 0;
  const takeBroadcast = (fresh) => {
    document.querySelectorAll("[data-live-broadcast]").forEach((old) => {
      const next = fresh.getElementById(old.id);
      if (next) { if (next.dataset.liveBroadcast) morph(old, next); else location.reload(); }
    });
  };
  const aloud = (text) => { const spot = document.getElementById("aloud"); if (spot && text) spot.textContent = text; };
  const stale = (old) => document.querySelectorAll("[data-stale]").forEach((note) => { note.hidden = !old; });

  /* Turning one part of a page into its newer self: nodes that stay the same stay the same nodes. */
  const keyOf = (node) => (node.nodeType === 1 ? node.id || node.dataset.key || node.getAttribute("href") || "" : "");
  const alike = (a, b) => a.nodeName === b.nodeName && keyOf(a) === keyOf(b);
  const morph = (old, fresh) => {
    if (old.isEqualNode(fresh)) return;
    if (old.nodeType !== 1) { old.nodeValue = fresh.nodeValue; return; }
    if (old.matches("iframe, [data-stays]")) return;
    for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name) && name !== "open") old.removeAttribute(name);
    for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    let here = old.firstChild;
    for (const child of [...fresh.childNodes]) {
      let found = here;
      while (found && !found.isEqualNode(child) && !(keyOf(child) && alike(found, child))) found = found.nextSibling;
      if (!found && here && !keyOf(here) && alike(here, child)) found = here;
      if (!found) { old.insertBefore(document.importNode(child, true), here); continue; }
      if (found !== here) old.insertBefore(found, here); else here = here.nextSibling;
      morph(found, child);
    }
    while (here) { const next = here.nextSibling; here.remove(); here = next; }
  };
  window.amendsMorph = morph;

  const fetched = async (url) => {
    const answer = await fetch(url, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
    if (!answer.ok) throw new Error(String(answer.status));
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };

  /* Numbers beside the views, wherever a view is named. */
  const takeCounts = (fresh) => fresh.querySelectorAll(".nav a.nav-item[href]").forEach((link) => {
    const count = link.querySelector(".count");
    document.querySelectorAll(`.nav a.nav-item[href="${CSS.escape(link.getAttribute("href"))}"], .tabs a[href="${CSS.escape(link.getAttribute("href"))}"]`).forEach((mine) => {
      const old = mine.querySelector(".count");
      if (old && count && old.isEqualNode(count)) return;
      old?.remove();
      if (count) mine.append(document.importNode(count, true));
    });
  });

  /* The queue. A row changes in its place. Rows that came or went wait behind a button while somebody points at the list,
     is in it with the keyboard, or has scrolled; otherwise the list is as it is on the server. */
  let waiting = null;
  const rowIds = (root) => [...root.querySelectorAll("a.row[id]")].map((row) => row.id);
  const inHand = () => {
    const here = list();
    const points = matchMedia("(hover: hover)").matches && here.matches(":hover");
    return points || here.contains(document.activeElement) && document.activeElement !== here || window.scrollY > 40;
  };
  const plural = new Intl.PluralRules(document.documentElement.lang || "en");
  const newWords = (n, here) => (plural.select(n) === "one" ? here.dataset.newOne : here.dataset.newOther ?? "").replace("{0}", n);
  const button = () => document.querySelector("[data-fresh]");
  const show = (fresh, known) => {
    morph(list(), fresh);
    list().querySelectorAll("a.row[id]").forEach((row) => row.classList.toggle("row-new", !known.has(row.id)));
    waiting = null;
    if (button()) button().hidden = true;
    document.dispatchEvent(new CustomEvent("amends:swapped"));
  };
  const takeList = (fresh) => {
    const here = list(), next = fresh.getElementById("list");
    if (!here || !next) return;
    const was = rowIds(here), is = rowIds(next), known = new Set(was);
    const added = is.filter((id) => !known.has(id)).length;
    if (added > 0) aloud(newWords(added, here));
    if (was.join() === is.join() || !inHand()) { show(next, known); return; }
    was.forEach((id) => {
      const row = document.getElementById(id), newer = next.querySelector(`#${CSS.escape(id)}`);
      if (newer) morph(row, newer);
      row.classList.toggle("row-gone", !newer);
    });
    waiting = [next, known];
    if (button()) { button().textContent = added > 0 ? newWords(added, here) : here.dataset.changed; button().hidden = false; }
  };
  const showWaiting = () => { if (waiting) show(...waiting); };
  document.addEventListener("click", (event) => { if (event.target.closest?.("[data-fresh]")) { showWaiting(); list().focus(); } });
  list()?.addEventListener("pointerleave", () => setTimeout(() => { if (waiting && !inHand()) showWaiting(); }, 600));
  window.addEventListener("scroll", () => { if (waiting && !inHand()) showWaiting(); }, { passive: true });

  /* A case: head, timeline and side; never where one writes. */
  const parts = [".case-head", ".timeline", ".side"];
  /* What has changed comes alone: the page names the marks of the parts that it has. */
  const have = () => [...document.querySelectorAll("[data-mark]")].map((part) => part.dataset.mark).slice(-200).join("-");
  const timeline = (fresh) => {
    const marks = fresh.querySelector("[data-days]").dataset.days.split(" ");
    const all = document.createElement("div");
    all.className = "timeline";
    marks.forEach((mark) => {
      const here = `[data-mark="${CSS.escape(mark)}"]`;
      const day = fresh.querySelector(here) ?? document.querySelector(".timeline")?.querySelector(here);
      if (day) all.append(day.previousElementSibling.cloneNode(true), day.cloneNode(true));
    });
    return all;
  };
  const takeCase = (fresh) => {
    const before = document.querySelectorAll(".timeline-day > *").length;
    parts.forEach((part) => {
      const old = document.querySelector(part), next = part === ".timeline" ? timeline(fresh) : fresh.querySelector(part);
      if (old && next) morph(old, next);
    });
    const more = document.querySelectorAll(".timeline-day > *").length - before;
    if (more > 0) aloud(matter.dataset.newWords);
    document.dispatchEvent(new CustomEvent("amends:swapped"));
  };

  /* At most one look a second, and none while nobody sees the page: then one look when it is seen again. */
  let needed = "", running = false, looked = 0;
  const need = (what) => {
    if (what === "page" || needed === "") needed = what;
    if (!running && !document.hidden) look();
  };
  const look = async () => {
    running = true;
    await new Promise((done) => setTimeout(done, Math.max(40, looked + 1000 - Date.now())));
    const what = needed;
    needed = "";
    looked = Date.now();
    try {
      if (what === "page" && caseId) {
        const fresh = await fetched(`${matter.dataset.liveParts}?have=${have()}`);
        takeCounts(fresh);
        takeCase(fresh);
      } else if (what === "page" && broadcastId) {
        const fresh = await fetched(location.href);
        takeCounts(fresh);
        takeBroadcast(fresh);
      } else if (what === "page" && list()?.dataset.live === "queue") {
        const fresh = await fetched(location.href);
        takeCounts(fresh);
        takeList(fresh);
        const as = document.querySelector(".head .live"), at = fresh.querySelector(".head .live");
        if (as && at) as.textContent = at.textContent;
      } else if (what) takeCounts(await fetched("/live/nav"));
      stale(false);
    } catch (error) {
      if (["401", "403", "404"].includes(error.message)) document.dispatchEvent(new CustomEvent("amends:gone", { detail: error.message }));
      else stale(true);
    }
    running = false;
    if (needed && !document.hidden) look();
  };

  const hear = (news) => {
    if (caseId) {
      if (news.all || news.moved || news.cases.includes(caseId)) need("page");
      else if (news.cases.length || news.held) need("nav");
      if (news.all || news.presence.includes(caseId)) document.dispatchEvent(new CustomEvent("amends:presence"));
    } else if (broadcastId) {
      if (news.all || (news.broadcasts ?? []).includes(broadcastId)) need("page");
      else if (news.cases.length || news.held) need("nav");
    } else if (news.all || news.moved || news.cases.length) need("page");
    else if (news.held) need("nav");
  };
  let up = false;
  const message = ({ data }) => {
    if (data.news) hear(data.news);
    if (data.up !== undefined) up = data.up;
    document.documentElement.dataset.live = up ? "on" : "off";
  };

  if (window.SharedWorker) {
    const port = new SharedWorker("/assets/live-worker.js", { name: "amends" }).port;
    port.onmessage = message;
    port.postMessage({ who, seal: document.body.dataset.seal });
    window.addEventListener("pagehide", () => port.postMessage({ bye: true }));
    window.addEventListener("pageshow", (event) => { if (event.persisted) { port.postMessage({ who, seal: document.body.dataset.seal }); need("page"); } });
  } else {
    const source = new EventSource(`/live?after=${document.body.dataset.seal}`);
    source.onopen = () => message({ data: { up: true } });
    source.onerror = () => message({ data: { up: false } });
    source.onmessage = (event) => message({ data: { news: JSON.parse(event.data) } });
  }
  document.addEventListener("visibilitychange", () => { if (!document.hidden && needed && !running) look(); });
  // While nothing is heard, look now and then; and clocks turn without anything happening.
  setInterval(() => { if (!document.hidden) need("page"); }, 60000);
  setInterval(() => { if (!document.hidden && !up) need("page"); }, 15000);
})();
