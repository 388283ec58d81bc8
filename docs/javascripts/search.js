/* The theme's search with a worker of this site. Runs before the theme's script reads its configuration. */

"use strict";

{
  const element = document.getElementById("__config");
  const config = JSON.parse(element.textContent);
  const site = new URL(config.base, location);
  const index = new URL("search/search_index.json", site);
  const worker = new URL("javascripts/search_worker.js", site);
  worker.search = new URLSearchParams({ index });
  config.search = String(worker);
  element.textContent = JSON.stringify(config);

  /* The index weighs more than most pages. The theme loads it where there is a form called "search", but only
     a page that is to mark words needs it before a reader turns to the search. */
  if (!new URLSearchParams(location.search).get("h")) document.forms.search?.removeAttribute("name");

  /* Then it is loaded before a word is typed. Nothing but the theme knows its worker, which is the only one. */
  self.Worker = class extends Worker {
    constructor(address) {
      super(address);
      const toggle = document.getElementById("__search");
      toggle.addEventListener("change", () => this.postMessage({ type: 0 }), { once: true });
    }
  };
}
