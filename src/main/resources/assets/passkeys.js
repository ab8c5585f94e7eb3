// Passkeys: shows what the browser can do, asks it, and hands its answer on. Without this file, or
// in a browser without passkeys, everybody signs in by password.
(() => {
  "use strict";
  if (!window.PublicKeyCredential || !navigator.credentials) return;

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const plain = (credential) => {
    const said = credential.response;
    const response = { clientDataJSON: text(said.clientDataJSON) };
    if (said.attestationObject) {
      response.attestationObject = text(said.attestationObject);
      response.transports = said.getTransports ? said.getTransports() : [];
    } else {
      response.authenticatorData = text(said.authenticatorData);
      response.signature = text(said.signature);
      if (said.userHandle) response.userHandle = text(said.userHandle);
    }
    return {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response,
      clientExtensionResults: credential.getClientExtensionResults(),
      authenticatorAttachment: credential.authenticatorAttachment || undefined,
    };
  };

  const send = async (path, body) => {
    const token = document.querySelector("input[name=_csrf]");
    const answer = await fetch(path, {
      method: "POST",
      headers: { "X-CSRF-TOKEN": token.value, "Content-Type": "application/json", Accept: "application/json" },
      body: body ? JSON.stringify(body) : null,
    });
    // The page is older than its session: we were led to a fresh one.
    if (answer.redirected) return { ok: false, said: { next: answer.url } };
    return { ok: answer.ok, said: await answer.json().catch(() => ({})) };
  };

  const tell = (box, words) => {
    const line = box.querySelector("[data-passkey-trouble]");
    line.textContent = words;
    line.hidden = !words;
  };

  const follow = (box, { ok, said }) => {
    if (said.next) window.location.assign(said.next);
    if (window.location.pathname === (said.next || "").split("#")[0]) window.location.reload();
    if (!ok && !said.next) tell(box, said.trouble || box.dataset.failed);
  };

  const add = document.querySelector("[data-passkey-add]");
  if (add) {
    add.hidden = false;
    add.addEventListener("submit", async (event) => {
      event.preventDefault();
      tell(add, "");
      const asked = await send("/profile/passkeys/options");
      if (!asked.ok) return follow(add, asked);
      const options = asked.said;
      options.challenge = bytes(options.challenge);
      options.user.id = bytes(options.user.id);
      options.excludeCredentials = known(options.excludeCredentials);
      try {
        const credential = await navigator.credentials.create({ publicKey: options });
        const name = encodeURIComponent(add.elements.passkey_name.value);
        follow(add, await send("/profile/passkeys?name=" + name, plain(credential)));
      } catch (e) {
        tell(add, e.name === "InvalidStateError" ? add.dataset.known : add.dataset.failed);
      }
    });
  }

  const door = document.querySelector("[data-passkey-door]");
  if (door) {
    let waiting = null;
    const ask = async (mediation) => {
      if (waiting) waiting.abort();
      waiting = new AbortController();
      const asked = await send("/sign-in/passkey/options");
      if (!asked.ok) return mediation ? tell(door, "") : follow(door, asked);
      const options = asked.said;
      options.challenge = bytes(options.challenge);
      options.allowCredentials = known(options.allowCredentials);
      try {
        const credential = await navigator.credentials.get({ publicKey: options, mediation, signal: waiting.signal });
        follow(door, await send("/sign-in/passkey", plain(credential)));
      } catch (e) {
        if (e.name !== "AbortError" && !mediation) tell(door, door.dataset.failed);
      }
    };
    door.hidden = false;
    door.querySelector("button").addEventListener("click", () => { tell(door, ""); ask(undefined); });
    // Where the browser can, it offers passkeys in the field of the address.
    const offers = PublicKeyCredential.isConditionalMediationAvailable;
    if (offers) offers.call(PublicKeyCredential).then((can) => can && ask("conditional"));
  }
})();
