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

/* Citing and sharing have a script of their own, which is loaded when somebody asks for it. */

const HERE = document.currentScript.src;

function startCiting(details) {
  let loading = null;

  function load() {
    loading ??= new Promise((resolve) => {
      const script = document.createElement("script");
      script.addEventListener("load", () => resolve(makeCitations(details)));
      script.addEventListener("error", () => { loading = null; });
      script.src = new URL("citing.js", HERE);
      document.head.append(script);
    });
    return loading;
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest(".nr-cite-button");
    if (button) (await load()).record(button.closest("[id]"));
  });
  details.addEventListener("toggle", async () => (await load()).page(), { once: true });
}

document.querySelectorAll("table[data-sortable]").forEach(sortTable);
dismissHints();
const citing = document.getElementById("_cite");
if (citing) startCiting(citing);
