/* Lists that are cut into parts: an address from the time when the list was whole leads to the part, and the
   filters find the records of all parts. What is where is in a script, for a page that is opened from a file
   can load no other data; it is loaded when it is needed. */

"use strict";

{
  const { list, anchors, records } = document.currentScript.dataset;
  const form = document.getElementById("_finder");
  const contents = document.querySelector(".nr-parts");
  // By then the other scripts have run, in their order in the page.
  const ready = new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));
  const loading = {};
  let preparing = null;

  /* Return an address within the site; files are opened without a server that knows the index of a folder. */
  function address(url, base) {
    return new URL(location.protocol === "file:" ? url.replace(/\/(?=$|#)/, "/index.html") : url, base);
  }

  const listAddress = address(list, location.href);

  function load(file) {
    loading[file] ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = file;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
    return loading[file];
  }

  function isAsked() {
    return Array.from(new URLSearchParams(location.search).keys()).some((name) => form.elements[name]);
  }

  function makeEntry(part, [target, title, note, data, words]) {
    const entry = document.createElement("li");
    const link = document.createElement("a");
    const more = document.createElement("span");
    const hidden = document.createElement("span");
    entry.className = "nr-filtered";
    Object.assign(entry.dataset, data);
    if (target.startsWith("#")) entry.id = target.slice(1);
    link.href = address(target.startsWith("#") ? part + target : target, listAddress);
    link.textContent = title;
    more.className = "nr-meta";
    more.textContent = note;
    hidden.hidden = true;
    hidden.textContent = words;
    entry.append(link, " ", more, hidden);
    return entry;
  }

  async function prepare() {
    await load(records);
    await ready;
    const { areas, parts } = RECORDS;
    form.elements.area?.append(...areas.map(([id, title]) => new Option(title, id)));
    const found = document.createElement("div");
    found.className = "nr-found";
    for (const [part, rows] of parts) {
      const section = document.createElement("section");
      const entries = document.createElement("ol");
      entries.append(...rows.map((row) => makeEntry(part, row)));
      section.append(entries);
      found.append(section);
    }
    form.after(found);
    filterEntries(form);
    const show = () => {
      found.hidden = !isAsked();
      contents.hidden = isAsked();
    };
    form.addEventListener("input", show);
    form.addEventListener("reset", () => setTimeout(show));
    addEventListener("popstate", show);
    form.dispatchEvent(new Event("input"));
  }

  /* Lead an address to the first part that has its anchor. */
  async function follow() {
    const anchor = location.hash.slice(1);
    const target = anchor && document.getElementById(anchor);
    const listed = target && target.closest(".nr-parts, .nr-found");
    if (listed) {
      location.replace(target.href ?? target.querySelector("a").href);
    } else if (anchor && !target) {
      await load(anchors);
      const found = ANCHORS.find(([, listed]) => listed.includes(anchor));
      if (found) location.replace(address(`${found[0]}#${anchor}`, listAddress));
    }
  }

  if (form) {
    const begin = () => {
      preparing ??= prepare();
    };
    form.addEventListener("focusin", begin);
    form.addEventListener("input", begin);
    if (isAsked() && !location.hash) begin();
  }
  addEventListener("hashchange", follow);
  follow();
}
