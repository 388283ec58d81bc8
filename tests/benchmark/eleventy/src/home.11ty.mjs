import { when } from "../lib/dates.mjs";
import { layOut, SITE } from "../lib/layout.mjs";
import { count, each, escape, Page } from "../lib/page.mjs";
import { areas, changes, linked, overview, partner, timeline } from "../lib/records.mjs";
import { statement } from "../lib/statement.mjs";

export const data = { permalink: "index.html" };

const MOST_CITED = 2;
const sourcesOf = (record) => (record.noun === "source" ? [record] : record.newest?.from || record.from || []);

/** Write a text each of whose links is followed by the sources of the record that it leads to. */
function cited(page, text) {
  const records = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => linked.get(match[1]));
  return page.prose(text).replaceAll("</a>", () => `</a>${page.cite(sourcesOf(records.shift()).slice(0, MOST_CITED))}`);
}

export function render() {
  const page = new Page("");
  const fact = ({ label, text, from }) =>
    `<div><dt>${escape(label)}</dt><dd>${page.prose(text)}&nbsp;${page.cite(from)}</dd></div>\n`;
  const change = ({ statement, standing }) => `<li>
<span class="nr-date">${when(standing.as_of).html}</span>
<span>${page.to(statement)}: ${page.claim(standing)}</span>
</li>
`;
  const body = `<div class="nr-lead">
<div>
<p class="nr-lede">${cited(page, partner.summary)}</p>
<img class="nr-locator" src="assets/locator.svg" alt="Map: ${escape(partner.name)} and its neighbours" width="300" height="200" loading="lazy">
</div>
<aside class="nr-key-facts" aria-label="Key facts">
<dl>
${each(partner.key_facts, fact)}</dl>
</aside>
</div>
<h2 id="_timeline">Timeline</h2>
<p><a href="timeline/">${count(timeline.length, "event")} on the timeline</a></p>
<h2 id="_areas">Areas of cooperation</h2>
${SITE.has_cards ? page.cards() : `<p><a href="areas/">${count(areas.length, "area")}</a></p>\n`}<h2 id="_overview">Overview</h2>
<div class="nr-overview">
${each(overview, (record) => statement(page, record))}</div>
<h2 id="_changes">What changed last</h2>
<ul class="nr-events nr-latest">
${each(changes.slice(0, 5), change)}</ul>
<p><a href="changes/">All changes</a></p>
`;
  return layOut(page, {
    title: `${partner.name}’s relations with NATO`,
    body,
    headings: [
      ["_timeline", "Timeline"],
      ["_areas", "Areas of cooperation"],
      ["_overview", "Overview"],
      ["_changes", "What changed last"],
    ],
  });
}
