/* Citing and sharing: every record can be cited as its page is, and what is shown can be copied. */

"use strict";

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
  dialog.innerHTML = `<h2 id="_citing">Cite or share this record</h2>`;
  const closing = Object.assign(document.createElement("button"), { type: "button", textContent: "Close" });
  closing.addEventListener("click", () => dialog.close());
  const sharing = ["Permanent link", "HTML to show it on another page"].flatMap((label) => [
    Object.assign(document.createElement("p"), { className: "nr-format", textContent: label }),
    document.createElement("pre"),
  ]);
  const [reference, ...forms] = Array.from(details.children).slice(1).map((child) => child.cloneNode(true));
  dialog.append(reference, ...sharing, ...forms, closing);
  document.body.append(dialog);

  function wordsOf(element) {
    const copy = element.cloneNode(true);
    const beside = ".headerlink, .nr-cite, .nr-meta, .nr-conflict, .nr-tip, .nr-handle";
    for (const part of copy.querySelectorAll(beside)) part.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function titleOf(record) {
    return wordsOf(record.querySelector("h2, h3, dt, th") ?? record.querySelector("p")).replace(/\.$/, "");
  }

  function sourcesOf(record) {
    const links = Array.from(record.querySelectorAll('.nr-cite a[href^="#_source-"]'));
    // What another source says against a record is no source of it.
    const own = links.filter((link) => !link.closest(".nr-conflict"));
    // The one that gives the date comes first: of many, a reference names only some.
    own.unshift(...record.querySelectorAll(":scope > .nr-meta > .nr-as-of + .nr-cite a"));
    const numbers = new Set(own.map((link) => Number(link.hash.slice("#_source-".length))));
    // A source is cited with what it is itself.
    if (record.dataset.source) numbers.add(Number(record.dataset.source));
    return Array.from(numbers);
  }

  // The snippet is text that a reader puts elsewhere: it needs neither a script nor a style sheet.
  function writeQuote(record, title, address, sources) {
    const text = record.querySelector(":scope:not([data-source]) > p:not(.nr-meta, .nr-conflict), :scope > dd > p");
    const claim = [record.matches(".nr-statement") ? "" : title, text ? wordsOf(text) : ""].filter(Boolean);
    const date = record.querySelector(".nr-as-of, .nr-date, [data-label=Date] time");
    const quote = Object.assign(document.createElement("blockquote"), { cite: address });
    const link = (href, textContent) => Object.assign(document.createElement("a"), { href, textContent });
    const [words, foot] = [document.createElement("p"), document.createElement("footer")];
    words.textContent = claim.join(". ");
    const dated = date ? `${wordsOf(date)}. `.replace(/^a/, "A") : "";
    foot.append(dated, sources.length > 1 ? "Sources: " : "Source: ");
    sources.forEach((source, index) => foot.append(index ? "; " : "", link(source.url, source.title)));
    foot.append(". ", link(address, data.site));
    quote.append(words, foot);
    return quote.outerHTML;
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
    const source = { name, title: title.textContent, url: url.href };
    if (!times.length) return { ...source, latest: "", words: "" };
    const words = between((range) => range.setStartBefore(times[0]), (range) => range.setEndAfter(times.at(-1)));
    const [open] = imprint.slice(0, imprint.lastIndexOf(words)).match(/(since|until) $/) ?? [""];
    const iso = times.at(-1).dateTime;
    return { ...source, iso, words: open + words, latest: open === "since " ? "9" : `${iso}-99-99`.slice(0, 10) };
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
      download.parentNode.nextElementSibling.textContent = text;
      download.href = `data:${type};charset=utf-8,${encodeURIComponent(text)}`;
      download.download = `${subject.key}.${suffix}`;
    }
  }

  copyTexts(dialog);
  return {
    page() {
      copyTexts(details);
      const all = Array.from({ length: data.count }, (_, index) => index + 1);
      const names = data.names.length ? data.names : all.map((number) => readSource(number).name);
      details.querySelector(".nr-accessed").textContent = data.formats.text.accessed[0] + TODAY.text;
      fill(details, { ...data, names });
    },
    record(record) {
      const sources = sourcesOf(record).map(readSource);
      const address = `${data.list ?? data.address}#${record.id}`;
      const newest = sources.reduce((one, other) => (one && one.latest >= other.latest ? one : other), null) ?? {};
      const subject = {
        title: titleOf(record),
        names: sources.map((source) => source.name),
        dates: writeDates(newest),
        address,
        key: `${data.key}-${record.id}`,
      };
      dialog.querySelector(".nr-reference").textContent = write(subject, "text");
      fill(dialog, subject);
      const [link, quote] = dialog.querySelectorAll("pre");
      link.textContent = address;
      quote.textContent = writeQuote(record, subject.title, address, sources);
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
