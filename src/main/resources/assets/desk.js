/* The desk: who is here, drafts, undo. Every page works without it. */
(() => {
  "use strict";
})();
