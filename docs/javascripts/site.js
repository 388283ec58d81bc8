/* What pages do beyond showing everything they have. Each part starts only where its element is. */

"use strict";

/* Filters of long lists, kept in the address, so that a filtered view can be linked. */

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

  function wordsOf(entry) {
    entry.words ??= entry.element.textContent.toLowerCase();
    return entry.words;
  }

  // What an entry is listed under stands in its data attributes, called like the inputs.
  function matches(entry, wanted, words) {
    for (const [name, values] of wanted) {
      const own = (entry.element.dataset[name] ?? "").split(" ");
      if (!values.some((value) => own.includes(value))) return false;
    }
    return words.every((word) => wordsOf(entry).includes(word));
  }

  function show(query) {
    const names = new Set(inputs.map((input) => input.name).filter((name) => name !== "q"));
    const wanted = Array.from(names, (name) => [name, query.getAll(name).filter(Boolean)])
      .filter(([, values]) => values.length);
    const words = (query.get("q") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const hits = entries.filter((entry) => matches(entry, wanted, words));
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

  // Reading the words of a long list takes a while, so it is done before the first letter is typed.
  form.elements.q.addEventListener("focus", () => entries.forEach(wordsOf), { once: true });

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

/* Citing: every record can be cited as its page is, and what is cited can be copied. */

function citeRecords(details) {
  const data = JSON.parse(document.getElementById("_citation").content.textContent);
  const dialog = document.createElement("dialog");
  dialog.className = "nr-citing md-typeset";
  dialog.setAttribute("aria-labelledby", "_citing");
  dialog.innerHTML = `<h2 id="_citing">Cite this record</h2>`;
  const closing = Object.assign(document.createElement("button"), { type: "button", textContent: "Close" });
  closing.addEventListener("click", () => dialog.close());
  dialog.append(...Array.from(details.children).slice(1).map((child) => child.cloneNode(true)), closing);
  document.body.append(dialog);

  function titleOf(record) {
    const heading = (record.querySelector("h2, h3, dt, th") ?? record.querySelector("p")).cloneNode(true);
    const beside = ".headerlink, .nr-cite, .nr-meta, .nr-conflict, .nr-tip, .nr-handle";
    for (const part of heading.querySelectorAll(beside)) part.remove();
    return heading.textContent.replace(/\s+/g, " ").trim().replace(/\.$/, "");
  }

  function sourcesOf(record) {
    const links = Array.from(record.querySelectorAll('.nr-cite a[href^="#_source-"]'));
    // What another source says against a record is no source of it.
    const own = links.filter((link) => !link.closest(".nr-conflict"));
    const numbers = new Set(own.map((link) => Number(link.hash.slice("#_source-".length))));
    // A source is cited with what it is itself.
    if (record.dataset.source) numbers.add(Number(record.dataset.source));
    return Array.from(numbers, (number) => data.sources[number - 1]);
  }

  function write(record, name) {
    const { parts, basis, escapes } = data.formats[name];
    const escape = (text) => Array.from(text, (character) => escapes[character] ?? character).join("");
    const sources = sourcesOf(record);
    const newest = sources.reduce((one, other) => (one && one.latest >= other.latest ? one : other), null);
    const names = sources.slice(0, data.most).map((source) => source.name);
    if (sources.length > data.most) names.push(data.further);
    const values = {
      title: escape(titleOf(record)),
      date: newest?.dates[name] ?? "",
      address: `${data.address}#${record.id}`,
      key: `${data.key}-${record.id}`,
      basis: names.length ? basis[0] + escape(names.join("; ")) + basis[1] : "",
    };
    return parts.map((part, index) => (index % 2 ? values[part] : part)).join("");
  }

  copyTexts(dialog);
  return (record) => {
    dialog.querySelector(".nr-reference").textContent = write(record, "text");
    for (const [index, name] of ["bibtex", "ris"].entries()) {
      const { type, suffix } = data.formats[name];
      const text = write(record, name);
      const download = dialog.querySelectorAll("a[download]")[index];
      dialog.querySelectorAll("pre")[index].textContent = text;
      download.href = `data:${type};charset=utf-8,${encodeURIComponent(text)}`;
      download.download = `${data.key}-${record.id}.${suffix}`;
    }
    dialog.showModal();
  };
}

function copyTexts(parent) {
  for (const text of parent.querySelectorAll(".nr-reference, pre")) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Copy" });
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = "Copied";
    });
    text.after(button);
  }
}

/* Nothing is made before it is asked for: a page should be ready to be read first. */

function startCiting(details) {
  let cite = null;
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".nr-cite-button");
    if (!button) return;
    cite ??= citeRecords(details);
    cite(button.closest("[id]"));
  });
  details.addEventListener("toggle", () => copyTexts(details), { once: true });
}

const filters = document.getElementById("_filters");
if (filters) filterEntries(filters);
document.querySelectorAll("table[data-sortable]").forEach(sortTable);
dismissHints();
const citing = document.getElementById("_cite");
if (citing) startCiting(citing);
