/* The index of the search weighs more than most pages, and the theme would load it with each of them.
   It waits until a reader turns to the search, or comes from it and wants the words marked. */

"use strict";

const wanted = new Promise((resolve) => {
  if (new URLSearchParams(location.search).has("h")) resolve();
  document.getElementById("__search")?.addEventListener("change", resolve, { once: true });
});

const { open, send } = XMLHttpRequest.prototype;

XMLHttpRequest.prototype.open = function (method, address, ...others) {
  if (String(address).endsWith("/search/search_index.json")) {
    this.send = () => wanted.then(() => send.call(this));
  }
  open.call(this, method, address, ...others);
};
