/* What pages do beyond showing everything they have. Each part starts only where its element is. */

"use strict";

/* The timeline: its filters, kept in the address, so that a filtered view can be linked. */

function filterTimeline(form) {
  const entries = Array.from(document.querySelectorAll(".nr-entry"), (element) => ({
    element,
    year: element.closest(".nr-year"),
    kind: element.dataset.kind,
    areas: element.dataset.areas.split(" "),
    direction: element.dataset.direction,
    words: null,
  }));
  const years = Array.from(document.querySelectorAll(".nr-year"));
  const marks = new Map();
  for (const mark of document.querySelectorAll(".nr-picture [data-record]")) {
    marks.set(mark.dataset.record, mark);
  }

  function asked() {
    const query = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...query]) {
      if (!value.trim()) query.delete(name);
    }
    return query;
  }

  function fill(query) {
    for (const box of form.elements.kind) box.checked = query.getAll("kind").includes(box.value);
    for (const name of ["area", "direction", "q"]) form.elements[name].value = query.get(name) ?? "";
  }

  function matches(entry, kinds, area, direction, words) {
    if (kinds.length && !kinds.includes(entry.kind)) return false;
    if (area && !entry.areas.includes(area)) return false;
    if (direction && entry.direction !== direction) return false;
    if (!words.length) return true;
    entry.words ??= entry.element.textContent.toLowerCase();
    return words.every((word) => entry.words.includes(word));
  }

  function show(query) {
    const kinds = query.getAll("kind");
    const area = query.get("area");
    const direction = query.get("direction");
    const words = (query.get("q") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const shown = new Set();
    let hits = 0;
    for (const entry of entries) {
      const isShown = matches(entry, kinds, area, direction, words);
      if (entry.element.hidden === isShown) {
        entry.element.hidden = !isShown;
        marks.get(entry.element.id)?.classList.toggle("nr-dim", !isShown);
      }
      if (isShown) {
        hits += 1;
        shown.add(entry.year);
      }
    }
    for (const year of years) year.hidden = !shown.has(year);
    form.elements.hits.value = hits === 1 ? "1 record" : `${hits.toLocaleString("en")} records`;
  }

  function ask(remember) {
    const query = asked();
    const text = query.toString();
    const address = location.pathname + (text ? `?${text}` : "");
    if (address !== location.pathname + location.search) history[remember](null, "", address);
    show(query);
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  // Typing changes the address without a step in the history for every letter.
  form.addEventListener("input", (event) => {
    ask(event.target.name === "q" ? "replaceState" : "pushState");
  });
  form.addEventListener("reset", () => {
    setTimeout(() => ask("pushState"));
  });
  window.addEventListener("popstate", () => {
    const query = new URLSearchParams(location.search);
    fill(query);
    show(query);
  });

  form.hidden = false;
  const query = new URLSearchParams(location.search);
  fill(query);
  if (query.size) {
    show(query);
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }
}

/* Tables: a click on the head of a column sorts by it, another one the other way round. */

function sortTable(table) {
  const body = table.tBodies[0];
  const heads = Array.from(table.tHead.rows[0].cells);

  function key(row, column) {
    const cell = row.cells[column];
    return cell.dataset.sort ?? cell.textContent.trim().toLowerCase();
  }

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const order = head.ariaSort === "ascending" ? "descending" : "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", order);
      const sign = order === "ascending" ? 1 : -1;
      const rows = Array.from(body.rows, (row) => [key(row, column), row]);
      rows.sort(([first], [second]) => sign * first.localeCompare(second, "en"));
      body.append(...rows.map(([, row]) => row));
    });
  });
}

/* Hints of the glossary go away with the Escape key, as WCAG 1.4.13 asks. */

function dismissHints() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const term of document.querySelectorAll(".nr-term:is(:hover, :focus)")) {
      term.classList.add("nr-dismissed");
      const restore = () => term.classList.remove("nr-dismissed");
      term.addEventListener("pointerleave", restore, { once: true });
      term.addEventListener("blur", restore, { once: true });
    }
  });
}

const filters = document.getElementById("_filters");
if (filters) filterTimeline(filters);
document.querySelectorAll("table[data-sortable]").forEach(sortTable);
dismissHints();
