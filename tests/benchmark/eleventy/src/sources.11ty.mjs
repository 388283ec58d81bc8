import { asOfPages, choice, filters } from "../lib/filters.mjs";
import { layOut } from "../lib/layout.mjs";
import { count, each, escape, Page } from "../lib/page.mjs";
import { newestFirst, primary, supported } from "../lib/records.mjs";

export const data = { permalink: "sources/index.html" };

const KINDS = [
  ["official", "Official", "NATO, a government or another public body."],
  ["press", "Press", "A newspaper, a broadcaster or a news agency."],
  ["research", "Research", "A scholar or an institute."],
];
const places = new Map(newestFirst.map((source, index) => [source, index + 1]));

function supports(page, source) {
  const records = supported.get(source.id);
  if (!records) return "";
  return `<details class="nr-supports">
<summary>Supports ${count(records.length, "record")}</summary>
<ul>
${each(records, (record) => `<li>${page.to(record)} <span class="nr-meta">${record.noun}</span></li>\n`)}</ul>
</details>
`;
}

const entry = (page, source) => `<li class="nr-filtered" id="${source.id}" data-language="en" data-source="${places.get(source)}">
<h3><span lang="en">${escape(source.title)}</span> ${page.tools(source.id, source.title)}</h3>
<p>${page.imprint(source)}</p>
<p class="nr-meta">in English${source === primary ? " · the primary source, which holds wherever a record names no other" : ""}</p>
${source.note ? `<p>${page.prose(source.note)}</p>\n` : ""}${supports(page, source)}</li>
`;

export function render() {
  const page = new Page("sources/");
  const groups = KINDS.map(([kind, ...rest]) => [kind, ...rest, newestFirst.filter((source) => source.kind === kind)]);
  const shown = groups.filter(([, , , list]) => list.length);
  const group = ([kind, title, meaning, list]) => `<section aria-labelledby="_${kind}">
<h2 id="_${kind}">${title} sources <span class="nr-count">${list.length}</span></h2>
<p class="nr-meta">${meaning}</p>
<ol class="nr-sources">
${each(list, (source) => entry(page, source))}</ol>
</section>
`;
  const form = filters("source", newestFirst.length, choice("Language", "language", "all languages", [["en", "English"]]));
  return layOut(page, {
    title: "Sources",
    body: `${asOfPages(page)}${form}${each(shown, group)}`,
    headings: shown.map(([kind, title]) => [`_${kind}`, `${title} sources`]),
    sources: newestFirst,
  });
}
