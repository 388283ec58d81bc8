import { when } from "../lib/dates.mjs";
import { choiceOfAreas, filters, OVERVIEW } from "../lib/filters.mjs";
import { layOut } from "../lib/layout.mjs";
import { each, Page } from "../lib/page.mjs";
import { disputed, partner, unconfirmed } from "../lib/records.mjs";

export const data = { permalink: "open-questions/index.html" };

function plan(page, statement) {
  const areas = statement.in.length ? ` · ${page.areas(statement)}` : "";
  return `<li class="nr-filtered" ${page.dataArea(statement)}>
<h3>${page.to(statement)}</h3>
<p>${page.claim(statement.newest)}</p>
<p class="nr-meta">${page.standing(statement.newest)}${areas}</p>
</li>
`;
}

const dispute = (page, event) => `<li class="nr-filtered" ${page.dataArea(event)}>
<h3>${page.to(event)}</h3>
${event.newest ? `<p>${page.claim(event.newest)}</p>` : event.date ? `<p class="nr-meta">${when(event.date).html}</p>` : ""}
${page.conflicts(event)}</li>
`;

const section = (id, title, list, write, remark = "") =>
  list.length
    ? `<section aria-labelledby="${id}">\n<h2 id="${id}">${title} <span class="nr-count">${list.length}</span></h2>\n${remark}<ol class="nr-questions">\n${each(list, write)}</ol>\n</section>\n`
    : "";

export function render() {
  const page = new Page("open-questions/");
  const remark = '<p class="nr-meta">Planned, offered, considered or in development when last reported.</p>\n';
  const body = [
    filters("question", unconfirmed.length + disputed.length, choiceOfAreas(OVERVIEW)),
    section("_unconfirmed", "Outcome not known", unconfirmed, (statement) => plan(page, statement), remark),
    section("_disputed", "Where sources differ", disputed, (event) => dispute(page, event)),
    `<h2 id="_not-found">Looked for and not found</h2>\n<ul>\n${each(partner.not_found, (text) => `<li>${page.prose(text)}</li>\n`)}</ul>\n`,
  ];
  return layOut(page, {
    title: "Open questions",
    body: body.join(""),
    headings: [
      ...(unconfirmed.length ? [["_unconfirmed", "Outcome not known"]] : []),
      ...(disputed.length ? [["_disputed", "Where sources differ"]] : []),
      ["_not-found", "Looked for and not found"],
    ],
  });
}
