// A page: it links records, numbers the sources that it cites, and writes what several pages share.
import MarkdownIt from "markdown-it";
import { when } from "./dates.mjs";
import { areas, linked, mentions } from "./records.mjs";

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
export const escape = (text) => (/[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (mark) => ESCAPES[mark]) : text);
export const count = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
export const plain = (text) => (text?.includes("[") ? text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1") : text || "");
export const words = (status) => status.replaceAll("-", " ");
export const each = (items, write, between = "") => items.map(write).join(between);
export const titleOf = (record) => record.title || record.term || plain(record.newest.claim);
export const status = (name) => `<span class="nr-status nr-status--${name}">${words(name)}</span>`;

const inline = new MarkdownIt();
inline.validateLink = () => true;
inline.renderer.rules.link_open = (tokens, index, options, page, renderer) => {
  const record = linked.get(tokens[index].attrGet("href"));
  if (record) tokens[index].attrSet("href", page.link(record.href));
  return renderer.renderToken(tokens, index, options);
};

export class Page {
  constructor(url) {
    this.url = url;
    this.up = "../".repeat(url.split("/").length - 1);
    this.numbers = new Map();
  }

  link(url) {
    const [path, anchor] = url.split("#");
    if (anchor && path === this.url) return `#${anchor}`;
    return (this.up + path || "./") + (anchor ? `#${anchor}` : "");
  }

  to = (record) => `<a href="${this.link(record.href)}">${escape(titleOf(record))}</a>`;

  prose = (text) => (/[\\`*_[]/.test(text) ? inline.renderInline(text, this) : escape(text));

  cite = (sources) => `<span class="nr-cite">${each(sources, this.number)}</span>`;

  number = (source) => {
    let number = this.numbers.get(source);
    const id = number ? "" : ` id="_cited-${this.numbers.size + 1}"`;
    if (!number) this.numbers.set(source, (number = this.numbers.size + 1));
    return `<a href="#_source-${number}"${id}><span class="nr-unseen">Source </span>[${number}]</a>`;
  };

  permalink = (id, title) =>
    `<a class="headerlink" href="#${id}" title="Permanent link" aria-label="Permanent link to ${title}">#</a>`;

  tools(id, text) {
    const title = escape(text);
    return `<span class="nr-handles"><button type="button" class="nr-handle nr-cite-button" aria-label="Cite ${title}">Cite</button> ${this.permalink(id, title)}</span>`;
  }

  areas = (record) => each(record.in, this.to, ", ");

  dataArea = (record) => `data-area="${each(record.in, (area) => area.id, " ") || (record.noun === "statement" ? "_overview" : "")}"`;

  people = (persons, isLinked) =>
    each(persons || [], (person) => {
      const name = escape(person.name);
      const role = person.role ? `, <span class="nr-role">${escape(person.role)}</span>` : "";
      return `<span class="nr-person">${isLinked ? `<a href="#${person.anchor}">${name}</a>` : name}${role}</span>`;
    }, "; ");

  press(sources, asOf) {
    const year = asOf && when(asOf).newestYear;
    const newest = sources.filter((source) => when(source.date).newestYear === year);
    const telling = newest.length ? newest : sources;
    if (telling.some((source) => source.kind !== "press")) return "";
    return ` · <span class="nr-remark">rests on ${telling.length === 1 ? "one press source" : "the press alone"}</span>`;
  }

  former = (record) => each(record.formerly || [], (id) => `<span id="${id}"></span>`);

  conflicts = (record) =>
    each(record.conflicts || [], ({ text, from }) =>
      `<p class="nr-conflict"><strong>Another source differs:</strong> ${this.prose(text)} ${this.cite(from)}${this.press(from)}</p>\n`);

  mentions(record) {
    const others = mentions.get(`${record.noun}:${record.id}`);
    return others ? `<p class="nr-meta">See also: ${each(others, this.to, ", ")}</p>\n` : "";
  }

  claim = (standing) => `${this.prose(standing.claim)}&nbsp;${this.cite(standing.from)}`;

  standing(standing) {
    const isOwn = standing.from.length === 1 && standing.from[0] === standing.told;
    const date = `<span class="nr-as-of">as of ${when(standing.as_of).html}</span>`;
    return `${standing.status ? `${status(standing.status)} ` : ""}${date}${isOwn ? "" : `&nbsp;${this.cite([standing.told])}`}`;
  }

  known = (standing) => `<p>${this.claim(standing)}</p><p class="nr-meta">${this.standing(standing)}</p>`;

  brief = (event, sources = event.from) => `<li>
<span class="nr-date">${event.date ? when(event.date).html : "recurring"}</span>
<span class="nr-kind nr-kind--${event.noun}">${event.noun}</span>
${this.to(event)} ${this.cite(sources)}
</li>
`;

  cards = () =>
    `<ul class="nr-cards">\n${each(areas, (area) => {
      const numbers = ["milestone", "visit"]
        .map((noun) => [noun, area.events.filter((event) => event.noun === noun).length])
        .filter(([, number]) => number);
      return `<li>
${this.to(area)}
<p>${escape(plain(area.summary))}</p>
<p class="nr-meta">${count(area.activities.length, "statement")}${each(numbers, ([noun, number]) => ` · ${count(number, noun)}`)} · latest as of ${when(area.newest).html}</p>
</li>
`;
    })}</ul>\n`;

  imprint = (source) =>
    `${escape(source.publisher)}, ${when(source.date).html}. <a class="nr-url" href="${source.url}">${source.url}</a>`;

  references() {
    if (!this.numbers.size) return "";
    const one = ([source, number]) =>
      `<li id="_source-${number}"><a class="nr-back" href="#_cited-${number}" aria-label="Back to where source ${number} is cited">↑</a> <a href="${this.link(source.href)}"><cite lang="en">${escape(source.title)}</cite></a>. ${this.imprint(source)}</li>\n`;
    return `<section class="nr-references" aria-labelledby="_sources">
<h2 id="_sources">Sources of this page</h2>
<ol>
${each([...this.numbers], one)}</ol>
</section>
`;
  }
}
