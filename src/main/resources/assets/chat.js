// The chat on a customer's page works as a plain form; this makes it live.
// What is typed is kept in this tab until it was sent, whatever happens to the page or the line.
const chat = document.getElementById("chat");
const form = document.getElementById("say");
const field = form.elements.namedItem("words");
const trouble = document.getElementById("chat-trouble");
const at = chat.dataset.at;
const key = "chat " + at;

if (!field.value) field.value = sessionStorage.getItem(key) ?? "";
field.addEventListener("input", () => sessionStorage.setItem(key, field.value));

const seen = () => chat.querySelector("[name=seen]")?.value ?? "0";
const tell = (fields) => {
  const body = new URLSearchParams(fields);
  return fetch(at + "/chat/here", { method: "POST", body, keepalive: true }).catch(() => {});
};
const here = () => document.hidden || tell({ seen: seen() });

let looking = Promise.resolve();
const look = () => {
  looking = looking.then(async () => {
    const answer = await fetch(at + "/chat/words");
    if (!answer.ok) return;
    const before = seen();
    chat.innerHTML = await answer.text();
    if (seen() !== before) chat.querySelector(".chat-said > li:last-child")?.scrollIntoView({ block: "nearest" });
    here();
  }).catch(() => {});
  return looking;
};

const say = (words) => { trouble.textContent = words; trouble.hidden = !words; };

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const sent = field.value;
  if (!sent.trim()) return field.focus();
  const button = form.querySelector("button");
  const body = new URLSearchParams(new FormData(form));
  body.set("live", "yes");
  button.disabled = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    if (answer.ok) {
      say("");
      // Words that were typed meanwhile stay.
      field.value = field.value.startsWith(sent) ? field.value.slice(sent.length) : field.value;
      sessionStorage.setItem(key, field.value);
    } else {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      say(page.querySelector(".field-error:not([hidden])")?.textContent?.trim() || chat.dataset.lost);
    }
    await look();
  } catch {
    say(chat.dataset.lost);
  } finally {
    button.disabled = false;
    field.focus();
  }
});

field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});

const events = new EventSource(at + "/chat/events");
events.onmessage = look;
events.onopen = look;
setInterval(here, 15000);
document.addEventListener("visibilitychange", () => (document.hidden ? tell({ gone: "yes" }) : look()));
addEventListener("pagehide", () => tell({ gone: "yes" }));
here();
