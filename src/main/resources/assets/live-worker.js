/* One connection for each browser, whatever the number of its pages. It hands on what it hears: ids, no words. */
"use strict";
const ports = new Set();
let source = null, last = "", who = "", wait = 2000, timer = 0;

const tell = (message) => ports.forEach((port) => port.postMessage(message));
const hangUp = () => { clearTimeout(timer); source?.close(); source = null; };
const later = () => {
  hangUp();
  tell({ up: false });
  timer = setTimeout(call, wait);
  wait = Math.min(wait * 2, 60000);
};
function call() {
  hangUp();
  if (ports.size === 0) return;
  source = new EventSource(last ? `/live?after=${last}` : "/live");
  source.onopen = () => { wait = 2000; tell({ up: true }); };
  source.onmessage = (event) => { last = event.lastEventId || last; tell({ news: JSON.parse(event.data) }); };
  // Signed out, or the server goes: come back later, with whoever is signed in then.
  source.addEventListener("end", later);
  source.onerror = () => { if (source?.readyState === EventSource.CLOSED) later(); else tell({ up: false }); };
}

addEventListener("connect", (event) => {
  const port = event.ports[0];
  port.onmessage = ({ data }) => {
    if (data.bye) {
      ports.delete(port);
      if (ports.size === 0) timer = setTimeout(() => { if (ports.size === 0) hangUp(); }, 5000);
      return;
    }
    ports.add(port);
    if (data.who !== who) { who = data.who; last = data.seal; wait = 2000; call(); }
    else if (!source) { last = last && Number(last) < Number(data.seal) ? last : data.seal; wait = 2000; call(); }
    else {
      port.postMessage({ up: source.readyState === EventSource.OPEN });
      // Told to the other pages while this one was on its way.
      if (Number(last) > Number(data.seal)) port.postMessage({ news: { cases: [], presence: [], held: true, moved: false, all: true } });
    }
  };
  port.start();
});
