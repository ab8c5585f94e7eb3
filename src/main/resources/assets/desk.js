/* A case at the desk: who else is here, drafts that are kept while one types, a reply that can be taken back.
   Every page works without it; its words come from the server, in data attributes. */
(() => {
  "use strict";
  const matter = document.querySelector("[data-live-case]");
  if (!matter) return;
  const url = matter.dataset.liveUrl, me = document.body.dataset.me;
  const form = document.querySelector("form[data-keeps]");
  const page = crypto.randomUUID ? crypto.randomUUID() : String(Math.random()).slice(2);
  const token = () => document.querySelector("input[name=_csrf]")?.value ?? "";

  /* A session that began anew has another token: take it over from any page. False when nobody is signed in. */
  const freshToken = async () => {
    const answer = await fetch("/live/nav", { headers: { "HX-Request": "true" } });
    if (!answer.ok) return false;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("input[name=_csrf]");
    if (!fresh) return false;
    document.querySelectorAll("input[name=_csrf]").forEach((input) => { input.value = fresh.value; });
    return true;
  };

  /* Who else is here. */
  let writing = false, wrote = 0;
  const say = (doing) => fetch(`${url}/presence`, { method: "POST", body: new URLSearchParams({ _csrf: token(), page, doing }) }).catch(() => {});
  const renew = () => { if (!document.hidden) say(writing ? "writing" : "looking"); };
  const typing = () => {
    wrote = Date.now();
    if (!writing) { writing = true; renew(); }
  };
  const leave = () => navigator.sendBeacon(`${url}/presence`, new URLSearchParams({ _csrf: token(), page, doing: "gone" }));
  const others = async () => {
    const spot = document.getElementById("present");
    const answer = await fetch(`${url}/presence`, { headers: { "HX-Request": "true" } }).catch(() => null);
    if (!spot || !answer?.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("present");
    if (fresh) window.amendsMorph(spot, fresh);
  };
  renew();
  setInterval(() => {
    if (writing && Date.now() - wrote > 20000) writing = false;
    renew();
    if (!document.hidden && document.querySelector(".present-one")) others();
  }, 20000);
  document.addEventListener("visibilitychange", () => { if (document.hidden) leave(); else { renew(); others(); } });
  window.addEventListener("pagehide", leave);
  document.addEventListener("amends:presence", others);

  /* What can still be undone: the button goes when the reply, or what was given, does. */
  const ahead = Date.now() - Number(document.body.dataset.now);
  document.querySelectorAll("form.undo[data-until]").forEach((undo) =>
    setTimeout(() => undo.remove(), Math.max(0, Number(undo.dataset.until) + ahead - Date.now())));

  /* Drafts. */
  if (!form) return;
  const local = `amends draft ${me} ${url} ${form.dataset.keeps}`;
  const state = form.querySelector("[data-draft-state]");
  const version = form.querySelector("[name=draft_version]");
  const once = form.querySelector("[name=once]").value;
  const fields = () => [...form.querySelectorAll("textarea, input:not([type=hidden]), select")].filter((field) => field.name);
  const typed = () => JSON.stringify(fields().map((field) => [field.name, field.type === "checkbox" ? field.checked : field.value]));
  const put = (all) => all.forEach(([name, value]) => {
    const field = form.querySelector(`[name="${CSS.escape(name)}"]`);
    if (!field) return;
    if (field.type === "checkbox") field.checked = value === true || value === "yes"; else field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  let saved = typed(), timer = 0, running = null, blocked = false, going = false;
  const show = (words, ...buttons) => { state.replaceChildren(words, ...buttons.flatMap((button) => [" ", button])); };
  const press = (words, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-plain";
    button.textContent = words;
    button.addEventListener("click", act);
    return button;
  };
  const keepHere = () => { try { localStorage.setItem(local, JSON.stringify({ once, typed: typed() })); } catch { /* private windows keep nothing */ } };
  const forgetHere = () => { try { localStorage.removeItem(local); } catch { /* as above */ } };

  const elsewhere = (theirs) => {
    blocked = true;
    const go = () => { blocked = false; version.value = theirs.version; };
    show(form.dataset.draftElsewhere,
      press(form.dataset.draftTheirs, () => { go(); put(Object.entries(theirs.fields)); saved = typed(); show(""); form.querySelector("textarea").focus(); }),
      press(form.dataset.draftMine, () => { go(); save(); form.querySelector("textarea").focus(); }));
  };
  const signedOut = () => {
    const link = document.createElement("a");
    link.href = "/sign-in";
    link.target = "_blank";
    link.textContent = form.dataset.signIn;
    show(form.dataset.draftOut, link);
  };
  const post = () => fetch(`${url}/drafts/typing`, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json" }, redirect: "manual" });

  /* True when the server has every word. */
  const saveNow = async () => {
    clearTimeout(timer);
    const now = typed();
    if (now === saved || blocked) return !blocked;
    keepHere();
    try {
      let answer = await post();
      if (answer.status === 403 || answer.status === 401 || answer.type === "opaqueredirect") {
        if (!(await freshToken())) { signedOut(); later(5000); return false; }
        answer = await post();
      }
      const said = await answer.json();
      if (answer.status === 409) { elsewhere(said); return false; }
      if (!answer.ok) { show(said.words ?? form.dataset.draftOff); return false; }
      version.value = said.version;
      saved = now;
      if (typed() === now) forgetHere();
      show(said.version === 0 ? "" : said.words);
      return true;
    } catch {
      show(form.dataset.draftOff);
      later(5000);
      return false;
    }
  };
  const save = async () => {
    if (going) return true; // the form took every word with it: a saving after it would look like another page's
    if (running) return running;
    running = saveNow();
    const done = await running;
    running = null;
    if (typed() !== saved && !blocked && done) later(300);
    return done;
  };
  function later(wait) { clearTimeout(timer); timer = setTimeout(save, wait); }

  form.addEventListener("input", () => { typing(); keepHere(); later(700); });
  form.addEventListener("change", () => later(300));
  document.addEventListener("visibilitychange", () => { if (document.hidden && typed() !== saved) save(); });

  /* What this browser kept because the server could not be reached; unless that form has been sent since. */
  let kept = null;
  try { kept = JSON.parse(localStorage.getItem(local) ?? "null"); } catch { /* nothing was kept */ }
  if (kept?.typed && kept.typed !== typed()) {
    const text = form.querySelector("textarea").value;
    const mine = Object.fromEntries(JSON.parse(kept.typed)).text ?? "";
    if (mine.trim() !== "" && (text === "" || mine.startsWith(text))) { put(JSON.parse(kept.typed)); later(0); }
    else forgetHere();
  }

  /* First every word is with the server, then the form goes. Pressing twice sends once; the server refuses doubles too. */
  const main = form.querySelector("button.button-main");
  form.addEventListener("submit", async (event) => {
    if (going) { event.preventDefault(); return; }
    const by = event.submitter;
    if (by?.matches("[data-discard]")) { clearTimeout(timer); forgetHere(); return; }
    event.preventDefault();
    clearTimeout(timer);
    while (running) await running;
    if (typed() !== saved && !(await save())) return;
    if (!(await freshToken())) { keepHere(); signedOut(); return; }
    if (by?.hasAttribute("formaction")) form.action = by.formAction;
    going = true;
    forgetHere();
    clearTimeout(timer);
    if (main) main.disabled = true;
    HTMLFormElement.prototype.submit.call(form);
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) { going = false; if (main) main.disabled = false; } });
})();
