/* The theme's search with a worker of this site. Runs before the theme's script reads its configuration. */

"use strict";

{
  const element = document.getElementById("__config");
  const config = JSON.parse(element.textContent);
  const site = new URL(config.base, location);
  const worker = new URL("javascripts/search_worker.js", site);
  worker.search = new URLSearchParams({ index: new URL("search/search_index.json", site) });
  config.search = String(worker);
  element.textContent = JSON.stringify(config);

  /* The index weighs more than most pages. The theme would load it at once where there is a form called "search";
     the worker begins when a reader turns to the search. Only the theme knows that worker, and starts no other. */
  document.forms.search?.removeAttribute("name");
  self.Worker = class extends Worker {
    constructor(address) {
      super(address);
      const toggle = document.getElementById("__search");
      toggle.addEventListener("change", () => this.postMessage({ type: 0 }), { once: true });
    }
  };

  /* Most pages are opened without words to mark. */
  if (new URLSearchParams(location.search).get("h")) {
    const marks = document.createElement("script");
    marks.src = new URL("javascripts/marks.js", site);
    addEventListener("DOMContentLoaded", () => document.head.append(marks)); // then there is fold.js
  }
}
