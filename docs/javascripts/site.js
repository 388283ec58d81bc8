/* What pages do beyond showing everything they have. Each part starts only where its element is. */

"use strict";

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

/* The theme's keys, such as "n" for the next page, are letters like others in a dialog and in a picture. */

document.addEventListener("keydown", (event) => {
  if (event.target.closest("dialog, .nr-picture")) event.stopPropagation();
});

/* Citing: every record can be cited as its page is, and what is cited can be copied. */

const now = new Date();
const iso = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((number) => String(number).padStart(2, "0"));
const TODAY = {
  text: now.toLocaleDateString("en-GB", { dateStyle: "long" }),
  bibtex: iso.join("-"),
  ris: iso.join("/"),
};

function makeCitations(details) {
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
    return Array.from(numbers);
  }

  // A page that lists its sources has a title, an imprint with the date, and a web address for each.
  function readSource(number) {
    const entry = document.getElementById(`_source-${number}`) ?? document.querySelector(`[data-source="${number}"]`);
    const title = entry.querySelector("cite, h3 > span");
    const url = entry.querySelector(".nr-url");
    const between = (start, end) => {
      const range = document.createRange();
      start(range);
      end(range);
      return range.toString().replace(/\s+/g, " ").trim();
    };
    const imprint = between(
      (range) => (url.parentNode.contains(title) ? range.setStartAfter(title) : range.setStart(url.parentNode, 0)),
      (range) => range.setEndBefore(url),
    ).replace(/^\. |\.$/g, "");
    const times = Array.from(url.parentNode.querySelectorAll("time"))
      .filter((time) => time.compareDocumentPosition(url) & Node.DOCUMENT_POSITION_FOLLOWING);
    const name = `“${title.textContent}”, ${imprint}, ${url.href}`;
    if (!times.length) return { name, latest: "", words: "" };
    const words = between((range) => range.setStartBefore(times[0]), (range) => range.setEndAfter(times.at(-1)));
    const [open] = imprint.slice(0, imprint.lastIndexOf(words)).match(/(since|until) $/) ?? [""];
    const iso = times.at(-1).dateTime;
    return { name, iso, words: open + words, latest: open === "since " ? "9" : `${iso}-99-99`.slice(0, 10) };
  }

  function writeDates({ iso, words }) {
    if (!words) return { text: "", bibtex: "", ris: "" };
    const [year, month = "", day = ""] = iso.split("-");
    const named = month && new Date(2000, month - 1).toLocaleDateString("en", { month: "short" }).toLowerCase();
    return {
      text: /^(since|until) /.test(words) ? `, ${words}` : `, as of ${words}`,
      bibtex: `  year = {${year}},\n`
        + (month && `  month = ${named},\n`) + (day && `  day = {${Number(day)}},\n`),
      ris: `PY  - ${year}\r\nDA  - ${year}/${month}/${day}/\r\n`,
    };
  }

  function write({ title, names, dates, address, key }, name) {
    const { parts, basis, accessed, escapes } = data.formats[name];
    const escape = (text) => Array.from(text, (character) => escapes[character] ?? character).join("");
    const named = names.length > data.most ? [...names.slice(0, data.most), data.further] : names;
    const values = {
      title: escape(title),
      date: dates[name],
      address,
      key,
      accessed: accessed[0] + TODAY[name] + accessed[1],
      basis: names.length ? basis[0] + escape(named.join("; ")) + basis[1] : "",
    };
    return parts.map((part, index) => (index % 2 ? values[part] : part)).join("");
  }

  function fill(parent, subject) {
    for (const [index, name] of ["bibtex", "ris"].entries()) {
      const { type, suffix } = data.formats[name];
      const text = write(subject, name);
      const download = parent.querySelectorAll("a[download]")[index];
      parent.querySelectorAll("pre")[index].textContent = text;
      download.href = `data:${type};charset=utf-8,${encodeURIComponent(text)}`;
      download.download = `${subject.key}.${suffix}`;
    }
  }

  copyTexts(dialog);
  return {
    page() {
      const all = Array.from({ length: data.count }, (_, index) => index + 1);
      const names = data.names.length ? data.names : all.map((number) => readSource(number).name);
      details.querySelector(".nr-accessed").textContent = data.formats.text.accessed[0] + TODAY.text;
      fill(details, { ...data, names });
    },
    record(record) {
      const sources = sourcesOf(record).map(readSource);
      const newest = sources.reduce((one, other) => (one && one.latest >= other.latest ? one : other), null) ?? {};
      const subject = {
        title: titleOf(record),
        names: sources.map((source) => source.name),
        dates: writeDates(newest),
        address: `${data.address}#${record.id}`,
        key: `${data.key}-${record.id}`,
      };
      dialog.querySelector(".nr-reference").textContent = write(subject, "text");
      fill(dialog, subject);
      dialog.showModal();
    },
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
    cite ??= makeCitations(details);
    cite.record(button.closest("[id]"));
  });
  details.addEventListener("toggle", () => {
    cite ??= makeCitations(details);
    cite.page();
    copyTexts(details);
  }, { once: true });
}

document.querySelectorAll("table[data-sortable]").forEach(sortTable);
dismissHints();
const citing = document.getElementById("_cite");
if (citing) startCiting(citing);
