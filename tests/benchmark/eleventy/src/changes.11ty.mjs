import { when } from "../lib/dates.mjs";
import { asOfPages, choiceOfAreas, filters, OVERVIEW } from "../lib/filters.mjs";
import { layOut } from "../lib/layout.mjs";
import { count, each, escape, Page, status, titleOf } from "../lib/page.mjs";
import { changes, changesByYear, differences, primary } from "../lib/records.mjs";

export const data = { permalink: "changes/index.html" };

function entry(page, { statement, standing, former, id }) {
  const areas = statement.in.length ? ` · ${page.areas(statement)}` : "";
  return `<li class="nr-filtered nr-entry nr-entry--statement" id="${id}" ${page.dataArea(statement)}>
<p class="nr-meta"><span class="nr-date">${when(standing.as_of).html}</span>${areas}</p>
<h3>${page.to(statement)} ${page.tools(id, titleOf(statement))}</h3>
<dl class="nr-step">
<div><dt>${when(standing.as_of).html}</dt><dd>${page.known(standing)}</dd></div>
<div><dt>Before: ${when(former.as_of).html}</dt><dd>${page.known(former)}</dd></div>
</dl>
</li>
`;
}

function said(page, step) {
  const text = step.text ? page.prose(step.text) : "";
  const shown = step.status ? ` ${status(step.status)}` : "";
  if (!step.kind || step.kind === "change") return `<p>${text}${shown}</p>\n`;
  return `<p>${step.kind === "confirmation" ? "the same" : "not mentioned"}${text && ` (${text})`}${shown}</p>\n`;
}

/** Compare the versions of the primary source, of which the made-up data have one. */
function versions(page) {
  const date = when(primary.date).html;
  const point = ({ statement, said: steps }) => `<tr><th scope="row">${page.to(statement)}</th><td colspan="1">
<p class="nr-meta">${date} ${page.cite([primary])}</p>${each(steps, (step) => said(page, step))}</td>
</tr>
`;
  return `<h2 id="_versions">The versions of the primary source, side by side</h2>
<p>${count(1, "version")} of the page of ${escape(primary.publisher)} are known. The table has the points on which they differ. An empty field means only that nothing on the point was seen in that version.</p>
<div class="nr-scroll" tabindex="0" role="region" aria-label="Versions side by side">
<table class="nr-versions">
<thead>
<tr><th scope="col">Point</th><th scope="col"><a href="${page.link(primary.href)}">${date}</a></th></tr>
</thead>
<tbody>
${each(differences, point)}</tbody>
</table>
</div>
`;
}

export function render() {
  const page = new Page("changes/");
  const section = ([year, list]) => `<section class="nr-year" aria-labelledby="y${year}">
<h2 id="y${year}">${year} ${page.permalink(`y${year}`, year)}</h2>
<ol>
${each(list, (change) => entry(page, change))}</ol>
</section>
`;
  const compared = differences.length
    ? '<p>The versions of the primary source are <a href="#_versions">compared below</a>.</p>\n'
    : "";
  const form = filters("change", changes.length, choiceOfAreas(OVERVIEW));
  const list = each([...changesByYear], section);
  return layOut(page, {
    title: "What changed",
    body: `${compared}${asOfPages(page)}${form}${list}${compared ? versions(page) : ""}`,
    headings: [
      ...[...changesByYear.keys()].map((year) => [`y${year}`, year]),
      ...(compared ? [["_versions", "Versions side by side"]] : []),
    ],
  });
}
