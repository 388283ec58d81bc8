/* Filters of long lists, kept in the address, so that a filtered view can be linked. */

"use strict";

function filterEntries(form) {
  const entries = Array.from(document.querySelectorAll(".nr-filtered"), (element) => ({
    element,
    group: element.closest("section"),
    words: null,
  }));
  const groups = new Set(entries.map((entry) => entry.group));
  const entryOf = new Map(entries.map((entry) => [entry.element.id, entry]));
  const marks = Array.from(document.querySelectorAll(".nr-picture [data-record]"), (mark) =>
    [entryOf.get(mark.dataset.record), mark]);
  const inputs = Array.from(form.elements).filter((input) => input.matches("input, select"));
  const typed = "[type=search], [type=number]";
  const names = new Set(inputs.filter((input) => !input.matches(typed)).map((input) => input.name));

  function asked() {
    const query = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...query]) {
      if (!value.trim()) query.delete(name);
    }
    return query;
  }

  function fill(query) {
    for (const input of inputs) {
      if (input.type === "checkbox") input.checked = query.getAll(input.name).includes(input.value);
      else input.value = query.get(input.name) ?? "";
    }
  }

  // What only hovers over an entry or serves it is none of its words.
  function wordsOf(entry) {
    if (entry.words === null) {
      entry.words = fold(entry.element.textContent);
      for (const part of entry.element.querySelectorAll(".nr-tip, .nr-handles")) {
        entry.words = entry.words.replace(fold(part.textContent), "");
      }
    }
    return entry.words;
  }

  // What an entry is listed under is in its data attributes, called like the inputs.
  function matches({ element: { dataset } }, chosen, first, last) {
    return chosen.every(([name, values]) => {
      const own = (dataset[name] ?? "").split(" ");
      return values.some((value) => own.includes(value));
    }) && !(first > Number(dataset.last)) && !(last < Number(dataset.first));
  }

  function show(query) {
    const chosen = Array.from(names, (name) => [name, query.getAll(name).filter(Boolean)])
      .filter(([, values]) => values.length);
    const [first, last] = ["from", "to"].map((name) => parseInt(query.get(name), 10));
    const words = fold(query.get("words") ?? "").split(/\s+/).filter(Boolean);
    const hits = entries.filter((entry) =>
      matches(entry, chosen, first, last) && words.every((word) => wordsOf(entry).includes(word)));
    const found = new Set(hits);
    const shown = new Set(hits.map((entry) => entry.group));
    for (const group of groups) group.hidden = !shown.has(group);
    for (const entry of entries) {
      // In a group that is hidden as a whole, nothing has to change.
      if (shown.has(entry.group)) entry.element.hidden = !found.has(entry);
    }
    for (const [entry, mark] of marks) mark.classList.toggle("nr-dim", !found.has(entry));
    const output = form.elements.hits;
    output.value = `${hits.length.toLocaleString("en")} ${output.dataset.noun}${hits.length === 1 ? "" : "s"}`;
  }

  function ask(remember) {
    const query = asked();
    const text = String(query) && `?${query}`;
    if (text !== location.search) history[remember](null, "", location.pathname + text);
    show(query);
  }

  function read() {
    const query = new URLSearchParams(location.search);
    fill(query);
    show(query);
  }

  // A link to what the filters hide clears them.
  function reveal() {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.closest("[hidden]")) {
      history.replaceState(null, "", location.pathname + location.hash);
      read();
    }
    target?.scrollIntoView();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  // Typing changes the address without a step in the history for every letter.
  form.addEventListener("input", (event) => ask(event.target.matches(typed) ? "replaceState" : "pushState"));
  form.addEventListener("reset", () => {
    setTimeout(() => ask("pushState"));
  });
  window.addEventListener("popstate", read);
  window.addEventListener("hashchange", reveal);
  form.elements.copy.addEventListener("click", async (event) => {
    await navigator.clipboard.writeText(location.href);
    event.target.textContent = "Copied";
  });

  // Reading the words of a long list takes a while, so it is done before the first letter is typed.
  form.elements.words.addEventListener("focus", () => entries.forEach(wordsOf), { once: true });

  if (location.search) {
    read();
    reveal();
  }
}

const filters = document.getElementById("_filters");
if (filters) filterEntries(filters);
