import { when } from "../lib/dates.mjs";
import { layOut } from "../lib/layout.mjs";
import { each, escape, Page } from "../lib/page.mjs";
import { datedVisits, people, recurringVisits, visits } from "../lib/records.mjs";
import { DIRECTIONS } from "./timeline.11ty.mjs";

export const data = { permalink: "visits/index.html" };

const HEADS = ["Date", "Visit", "Visitors", "Received by", "Place", "Purpose"];
const directions = new Map(DIRECTIONS);

function row(page, visit) {
  const { date } = visit;
  const on = date ? `<a href="${page.link(`timeline/#${visit.id}`)}">${when(date).html}</a>` : "";
  const areas = visit.in.length ? ` · ${page.areas(visit)}` : "";
  return `<tr id="${visit.id}">
<td data-label="Date"${date ? ` data-sort="${when(date).key}"` : ""}>${on}${visit.recurring ? " recurring" : ""}</td>
<th scope="row">${page.former(visit)}${escape(visit.title)}&nbsp;${page.cite(visit.from)} ${page.tools(visit.id, visit.title)}
<span class="nr-meta">${directions.get(visit.direction)}${visit.key ? " · key milestone" : ""}${areas}${page.press(visit.from)}</span>
${page.conflicts(visit)}${page.mentions(visit)}</th>
<td data-label="Visitors">${page.people(visit.visitors, true)}</td>
<td data-label="Received by">${page.people(visit.hosts, true) || "not stated"}</td>
<td data-label="Place">${escape(visit.place)}</td>
<td data-label="Purpose">${visit.purpose ? page.prose(visit.purpose) : "not stated"}</td>
</tr>
`;
}

const table = (page, list, attribute = "") => `<div class="nr-scroll">
<table class="nr-visits"${attribute}>
<thead>
<tr>${each(HEADS, (head) => `<th scope="col">${head}</th>`)}</tr>
</thead>
<tbody>
${each(list, (visit) => row(page, visit))}</tbody>
</table>
</div>
`;

function participant(took) {
  const [[{ anchor, name }]] = took;
  const visit = ([{ role }, { id, title, date }]) =>
    `<dd>${date ? when(date).html : "recurring"}: <a href="#${id}">${escape(title)}</a>${role ? `, <span class="nr-role">as ${escape(role)}</span>` : ""}</dd>\n`;
  return `<div id="${anchor}">\n<dt>${escape(name)}</dt>\n${each(took, visit)}</div>\n`;
}

export function render() {
  const page = new Page("visits/");
  const recurring = recurringVisits.length
    ? `<h2 id="_recurring">Recurring visits</h2>\n${table(page, recurringVisits)}`
    : "";
  const body = `<h2 id="_visits">Visits by date</h2>
${table(page, datedVisits, " data-sortable")}${recurring}<h2 id="_people">People</h2>
<p>Everyone who visited or hosted, with every visit: persons, groups and offices.</p>
<dl class="nr-people">
${each(people, participant)}</dl>
`;
  return layOut(page, {
    title: "Visits",
    body,
    headings: [
      ["_visits", "Visits by date"],
      ...(recurring ? [["_recurring", "Recurring visits"]] : []),
      ["_people", "People"],
    ],
    events: visits,
  });
}
