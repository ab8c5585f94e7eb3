/* An @ in a note offers the colleagues who can see the case. Without it one types the name. */
(() => {
  "use strict";
  const list = document.querySelector("[data-mentions]");
  if (!list) return;
  const field = document.getElementById(list.dataset.mentions);
  const all = [...list.querySelectorAll("[data-name]")];
  all.forEach((option, i) => { option.id = `mention-${i}`; });
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  let shown = [], marked = 0, from = -1;
  const close = () => { list.hidden = true; field.removeAttribute("aria-activedescendant"); };
  const mark = (next) => {
    marked = (next + shown.length) % shown.length;
    all.forEach((option) => option.setAttribute("aria-selected", String(option === shown[marked])));
    field.setAttribute("aria-activedescendant", shown[marked].id);
    shown[marked].scrollIntoView({ block: "nearest" });
  };
  const offer = () => {
    const before = field.value.slice(0, field.selectionStart);
    const found = /(?:^|[\s(])@([\p{L}\p{N}.'’ -]{0,40})$/u.exec(before);
    if (!found) { close(); return; }
    const typed = found[1].toLowerCase();
    from = before.length - found[1].length;
    shown = all.filter((option) => option.dataset.name.toLowerCase().split(" ").concat(option.dataset.name.toLowerCase()).some((word) => word.startsWith(typed)));
    all.forEach((option) => { option.hidden = !shown.includes(option); });
    list.hidden = shown.length === 0;
    if (shown.length === 0) close(); else mark(0);
  };
  const take = (option) => {
    field.setRangeText(`${option.dataset.name} `, from, field.selectionStart, "end");
    close();
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  field.addEventListener("input", offer);
  field.addEventListener("keydown", (event) => {
    if (list.hidden || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown") mark(marked + 1);
    else if (event.key === "ArrowUp") mark(marked - 1);
    else if (event.key === "Enter" || event.key === "Tab") take(shown[marked]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  list.addEventListener("mousedown", (event) => { const option = event.target.closest("[data-name]"); if (option) { event.preventDefault(); take(option); } });
  field.addEventListener("blur", close);
})();
