import { when } from "../lib/dates.mjs";
import { asOfPages, choice, choiceOfAreas, filters } from "../lib/filters.mjs";
import { layOut } from "../lib/layout.mjs";
import { each, escape, Page, titleOf } from "../lib/page.mjs";
import { milestones, moved, partner, timeline, years } from "../lib/records.mjs";

export const data = { permalink: "timeline/index.html" };

export const DIRECTIONS = [["to-nato", "to NATO"], ["to-partner", `to ${partner.name}`], ["elsewhere", "elsewhere"]];

function body(page, event) {
  if (event.noun === "visit") {
    const hosts = event.hosts ? `; received by ${page.people(event.hosts)}` : "";
    const purpose = event.purpose ? ` ${page.prose(event.purpose)}` : "";
    return `<p>${page.people(event.visitors)}${hosts}. ${escape(event.place)}.${purpose}</p>\n`;
  }
  if (event.noun === "milestone") return `<p>${page.prose(event.text)}</p>\n`;
  return `<p>${page.prose(event.newest.claim)}</p>\n<p class="nr-meta">${page.standing(event.newest)}</p>\n`;
}

function entry(page, event) {
  const sources = event.newest?.from || event.from;
  const isHome = event.noun === "milestone";
  const direction = event.noun === "visit" ? ` data-direction="${event.direction}"` : "";
  const { html, year, newestYear } = when(event.date);
  return `<li class="nr-filtered nr-entry nr-entry--${event.noun}" id="${event.id}" data-kind="${event.noun}" data-area="${each(event.in, (area) => area.id, " ")}" data-first="${year}" data-last="${newestYear}"${direction}>
<p class="nr-meta"><span class="nr-date">${html}</span> <span class="nr-kind nr-kind--${event.noun}">${event.noun}</span>${event.key ? " key milestone" : ""}${page.press(sources)}</p>
${page.former(event)}<h3>${isHome ? escape(titleOf(event)) : page.to(event)}&nbsp;${page.cite(sources)} ${page.tools(event.id, titleOf(event))}</h3>
${body(page, event)}${isHome ? page.mentions(event) : ""}${event.in.length ? `<p class="nr-meta">${page.areas(event)}</p>\n` : ""}${page.conflicts(event)}</li>
`;
}

export function render() {
  const page = new Page("timeline/");
  const kinds = each(["statement", "milestone", "visit"], (noun) =>
    `<label><input type="checkbox" name="kind" value="${noun}"> ${noun}s</label>\n`);
  const year = (label, name) =>
    `<label>${label}\n<input type="number" name="${name}" min="1" max="9999" autocomplete="off">\n</label>\n`;
  const form = filters(
    "record",
    timeline.length,
    `<fieldset>\n<legend>Kind</legend>\n${kinds}</fieldset>\n`,
    choiceOfAreas(),
    choice("Direction of visits", "direction", "all directions", DIRECTIONS),
    year("From year", "from"),
    year("To year", "to"),
  );
  const section = ([number, events]) => `<section class="nr-year" aria-labelledby="y${number}">
<h2 id="y${number}">${number} ${page.permalink(`y${number}`, number)}</h2>
<ol>
${each(events, (event) => entry(page, event))}</ol>
</section>
`;
  const elsewhere = (record) => `<p class="nr-moved">${page.former(record)}This is now part of ${page.to(record)}.</p>\n`;
  return layOut(page, {
    title: "Timeline",
    body: `${asOfPages(page)}${form}<div class="nr-long">\n${each(years, section)}</div>\n${each(moved, elsewhere)}`,
    headings: years.map(([number]) => [`y${number}`, number]),
    events: milestones,
  });
}
