/* Keys and the command bar. Whatever has a key also has a button or a link; single keys can be turned off in the profile. */
(() => {
  "use strict";
  if (!document.querySelector(".app")) return;
  const off = () => /(?:^|; )keys=off(?:;|$)/.test(document.cookie);
  const $ = (selector) => document.querySelector(selector);
  const open = (id) => { const dialog = document.getElementById(id); if (dialog && !dialog.open) dialog.showModal(); };

  /* Lists. */
  const rows = () => [...document.querySelectorAll("a.row[href], .agenda a[href]")];
  const move = (step) => {
    const all = rows(), here = all.indexOf(document.activeElement);
    const next = all[here < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, here + step))];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  const row = () => (document.activeElement?.matches("a.row[href^='/cases/']") ? document.activeElement.getAttribute("href") : null);
  const go = (url) => { location.href = url; };
  const compose = (mode, noun) => {
    if (row()) { go(`${row()}?compose=${mode}#composer`); return; }
    const form = $(`form.composer[action$='/${noun}']`);
    if (form) { form.scrollIntoView({ block: "nearest" }); form.querySelector("textarea")?.focus(); return; }
    $(`.composer .tab[href*='compose=${mode}']`)?.click();
  };
  const act = (page) => { if (row()) go(`${row()}/${page}`); else $(`.case-bar a[href$='/${page}'], .side a[href$='/${page}']`)?.click(); };
  const onCase = () => Boolean(row() || $("[data-live-case]"));

  const single = {
    j: () => move(1),
    k: () => move(-1),
    r: () => compose("reply", "replies"),
    n: () => (onCase() ? compose("note", "notes") : go("/cases/new")),
    c: () => go("/calls/new"),
    a: () => act("owner"),
    m: () => act("remedies/new"),
    o: () => act("offers/new"),
    s: () => act("settlement"),
    z: () => $("form.undo[data-until]")?.requestSubmit(),
    x: () => $("form[data-not-ours]")?.requestSubmit(),
    "/": () => { const field = $("#search"); if (field) field.focus(); else command(); },
    "?": () => open("keys"),
  };
  const after = { q: "/cases", m: "/cases?view=mine", t: "/cases?view=team", u: "/cases?view=unowned", b: "/cases?view=broken", h: "/held?in=quarantine", c: "/calendar", p: "/profile" };
  let went = 0;
  const writing = (target) => target.closest?.("input:not([type=radio], [type=checkbox], [type=submit]), textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    const ctrl = event.ctrlKey || event.metaKey;
    if (ctrl && event.key === "Enter" && event.target.form?.matches(".composer")) {
      event.preventDefault();
      event.target.form.requestSubmit($("form.composer button.button-main"));
      return;
    }
    if (ctrl && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") { event.preventDefault(); command(); return; }
    if (event.key === "Escape" && event.target.closest?.(".composer")) { event.target.blur(); $("#main")?.focus(); return; }
    if (ctrl || event.altKey || event.defaultPrevented || off() || writing(event.target) || $("dialog[open]")) return;
    if (Date.now() - went < 1500 && after[event.key]) { went = 0; go(after[event.key]); return; }
    if (event.key === "g") { went = Date.now(); return; }
    const what = single[event.key];
    if (what) { event.preventDefault(); what(); }
  });

  /* The command bar: a list that is filtered while one types, and what the search finds. */
  const bar = document.getElementById("command");
  const field = document.getElementById("command-field"), list = document.getElementById("command-list"), count = document.getElementById("command-count");
  let choices = [], found = [], marked = 0, asked = 0, waiting = 0;
  const words = (node) => { const copy = node.cloneNode(true); copy.querySelectorAll(".count, kbd, .hidden, svg, .badge").forEach((part) => part.remove()); return copy.textContent.trim().replace(/\s+/g, " "); };
  const gather = () => {
    const seen = new Set(), all = [];
    const add = (group, node) => {
      const text = words(node), key = node.getAttribute("href") ?? text;
      if (!text || seen.has(key)) return;
      seen.add(key);
      all.push({ group, text, run: () => node.click(), at: node.getAttribute("href") });
    };
    document.querySelectorAll(".case-bar a.button, .composer .tab, .head a.button, main button[data-command], main a[data-command]").forEach((node) => add(bar.dataset.here, node));
    document.querySelectorAll("#f-macro option:not([value=''])").forEach((node) => all.push({
      group: bar.dataset.here, text: `${words(document.querySelector("[data-macro]"))}: ${words(node)}`, at: null,
      run: () => { node.selected = true; document.querySelector("[data-macro]").click(); },
    }));
    document.querySelectorAll(".crumb-links a").forEach((node) => add(bar.dataset.here, node));
    document.querySelectorAll(".nav a.nav-item[href]").forEach((node) => add(bar.dataset.goto, node));
    return all;
  };
  const mark = (next) => {
    const all = [...list.querySelectorAll("[role=option]")];
    marked = Math.min(all.length - 1, Math.max(0, next));
    all.forEach((option, i) => option.setAttribute("aria-selected", String(i === marked)));
    if (all[marked]) { field.setAttribute("aria-activedescendant", all[marked].id); all[marked].scrollIntoView({ block: "nearest" }); }
    else field.removeAttribute("aria-activedescendant");
  };
  const shown = () => {
    const typed = field.value.trim().toLowerCase();
    return [...choices.filter((choice) => typed.split(/\s+/).every((word) => choice.text.toLowerCase().includes(word))), ...found];
  };
  const draw = () => {
    list.replaceChildren();
    let group = "";
    shown().forEach((choice, i) => {
      if (choice.group !== group) {
        group = choice.group;
        const head = document.createElement("li");
        head.className = "command-group";
        head.setAttribute("role", "presentation");
        head.textContent = group;
        list.append(head);
      }
      const option = document.createElement("li");
      option.id = `command-${i}`;
      option.setAttribute("role", "option");
      option.className = "command-option";
      option.textContent = choice.text;
      option.addEventListener("click", () => run(i));
      list.append(option);
    });
    count.textContent = (shown().length === 0 ? bar.dataset.none : bar.dataset.some).replace("{0}", shown().length);
    list.dataset.empty = String(shown().length === 0);
    mark(marked);
  };
  const run = (i) => {
    const choice = shown()[i];
    if (!choice) return;
    bar.close();
    if (choice.at && !choice.at.startsWith("#")) go(choice.at); else choice.run();
  };
  const search = async () => {
    const typed = field.value.trim(), mine = ++asked;
    if (typed.length < 2) { found = []; draw(); return; }
    try {
      const answer = await fetch(`/cases?q=${encodeURIComponent(typed)}`, { headers: { "HX-Request": "true" } });
      if (!answer.ok || mine !== asked) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine !== asked) return;
      found = [...fresh.querySelectorAll("a.row[href]")].slice(0, 12).map((node) => ({
        group: bar.dataset.found,
        text: [".row-who", ".row-what"].map((part) => node.querySelector(part)).filter(Boolean).map(words).join(" · "),
        at: node.getAttribute("href"),
      }));
    } catch { found = []; }
    draw();
  };
  function command() {
    if (!bar || bar.open || $("dialog[open]")) return;
    choices = gather();
    found = [];
    marked = 0;
    field.value = "";
    bar.showModal();
    draw();
    field.focus();
  }
  field?.addEventListener("input", () => { marked = 0; draw(); clearTimeout(waiting); waiting = setTimeout(search, 120); });
  field?.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: marked + 1, ArrowUp: marked - 1, Home: 0, End: 999 };
    if (event.key in steps && !(event.key === "Home" || event.key === "End") ) { event.preventDefault(); mark(steps[event.key]); }
    else if (event.key === "Enter") { event.preventDefault(); run(marked); }
  });
  bar?.addEventListener("click", (event) => { if (event.target === bar) bar.close(); });
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-command-open]")) command();
    if (event.target.closest?.("[data-keys]")) open("keys");
  });
  document.querySelectorAll("[data-command-open]").forEach((button) => { button.hidden = false; });
  document.querySelectorAll(".keys-choice").forEach((button) => button.setAttribute("aria-pressed", String((button.value === "off") === off())));
  if (off()) document.documentElement.dataset.keys = "off";
})();
