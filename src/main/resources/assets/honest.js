/* Honest words: the draft is read along while one types, and better words are one key away.
   The page works without it: the send gate says the same when the form is sent. */
(() => {
  "use strict";
  const spot = document.getElementById("honest");
  const area = spot?.closest("form")?.querySelector("textarea[name=text]");
  if (!spot || !area) return;
  const form = area.form, url = spot.dataset.checks;
  const aloud = document.getElementById("aloud");
  const mirror = document.createElement("div");
  mirror.className = "draft draft-mirror";
  mirror.setAttribute("aria-hidden", "true");
  area.before(mirror);
  let timer = 0, asked = 0, read = "", count = -1;

  const marks = () => {
    const all = [...spot.querySelectorAll(".finding")].map((one) => ({
      from: Number(one.dataset.start), to: Number(one.dataset.end), number: one.querySelector(".finding-no").textContent }));
    const text = area.value, parts = [];
    let at = 0;
    if (read === text) {
      for (const { from, to, number } of all.sort((a, b) => a.from - b.from || b.to - a.to)) {
        if (from < at || to === from) continue;
        const mark = document.createElement("mark");
        mark.className = "finding-mark";
        mark.dataset.no = number;
        mark.textContent = text.slice(from, to);
        parts.push(text.slice(at, from), mark);
        at = to;
      }
    }
    mirror.replaceChildren(...parts, `${text.slice(at)}\n`);
    mirror.scrollTop = area.scrollTop;
  };

  const check = async () => {
    const text = area.value, mine = ++asked;
    if (text.trim() === "") { spot.replaceChildren(); read = text; count = 0; marks(); return; }
    const asks = new FormData(form);
    const body = new URLSearchParams([["_csrf", asks.get("_csrf") ?? ""], ["text", text], ["by", asks.get("by") ?? ""], ["nothing_more", asks.get("nothing_more") ?? ""]]);
    const answer = await fetch(url, { method: "POST", body, headers: { "HX-Request": "true" } }).catch(() => null);
    if (!answer?.ok || mine !== asked) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body;
    if (mine !== asked || area.value !== text) return;
    const focus = spot.contains(document.activeElement) ? document.activeElement.dataset.number ?? document.activeElement.name : null;
    const chosen = spot.querySelector("[name=overrule]")?.value ?? "";
    spot.replaceChildren(...fresh.childNodes);
    const select = spot.querySelector("[name=overrule]");
    if (select && chosen) select.value = chosen;
    if (focus) (spot.querySelector(`[data-number="${focus}"]`) ?? spot.querySelector("[name=overrule]") ?? area).focus();
    read = text;
    marks();
    const found = spot.querySelectorAll(".finding").length;
    if (found !== count && found > 0 && aloud) aloud.textContent = spot.querySelector(".findings").getAttribute("aria-label");
    count = found;
  };
  const soon = (wait) => { clearTimeout(timer); timer = setTimeout(check, wait); };

  /* Typed into the field as if by hand, so that undo takes it back. */
  const put = (from, to, words) => {
    area.focus();
    area.setSelectionRange(from, to);
    if (!document.execCommand("insertText", false, words)) {
      area.setRangeText(words, from, to, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  const use = (button) => {
    const one = button.closest(".finding");
    if (read !== area.value) return;
    put(Number(one.dataset.start), Number(one.dataset.end), button.dataset.better);
    soon(0);
  };
  const promise = (button) => {
    const by = form.querySelector("[name=by]"), next = form.querySelector("[name=next]");
    if (!by) return;
    by.value = button.dataset.promise;
    if (next && next.value.trim() === "") next.value = button.dataset.next;
    for (const field of [by, next]) field?.dispatchEvent(new Event("input", { bubbles: true }));
    (next ?? by).focus();
    soon(0);
  };

  spot.addEventListener("click", (event) => {
    const better = event.target.closest("[data-better]"), said = event.target.closest("[data-promise]");
    if (better) use(better); else if (said) promise(said);
  });
  form.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || !/^Digit[1-9]$/.test(event.code)) return;
    const button = spot.querySelector(`[data-number="${event.code.slice(5)}"]`);
    if (button) { event.preventDefault(); use(button); }
  });
  form.addEventListener("input", (event) => { if (event.target === area) marks(); if (event.target.name !== "overrule") soon(500); });
  form.addEventListener("change", (event) => { if (event.target.name !== "overrule") soon(300); });
  area.addEventListener("scroll", () => { mirror.scrollTop = area.scrollTop; });
  soon(0);
})();
