import { when } from "../lib/dates.mjs";
import { layOut } from "../lib/layout.mjs";
import { each, escape, Page } from "../lib/page.mjs";
import { areas, overview, partner, timeline } from "../lib/records.mjs";

export const data = {
  pagination: { data: "years", size: 1, alias: "year" },
  years: partner.as_of_pages,
  permalink: ({ year }) => `as-of/${year}/index.html`,
};

/** Return the statements known by then, each with its standing. */
const known = (statements, isKnown) =>
  statements
    .map((statement) => [statement, statement.standings.filter(({ step }) => isKnown(step.as_of)).at(-1)])
    .filter(([, standing]) => standing);

export function render({ year }) {
  const page = new Page(`as-of/${year}/`);
  const isKnown = (date) => when(date).newestYear <= year;
  const one = ([statement, standing]) => {
    const isChanged = statement.standings.some(({ step }) => step.kind === "change" && !isKnown(step.as_of));
    const since = isChanged ? ` · <a class="nr-since" href="${page.link(statement.href)}">changed since</a>` : "";
    return `<article class="nr-statement">\n<h3>${page.to(statement)}</h3>\n<p>${page.claim(standing)}</p>\n<p class="nr-meta">${page.standing(standing)}${since}</p>\n</article>\n`;
  };
  const general = known(overview, isKnown);
  const special = areas.map((area) => [area, known(area.activities, isKnown)]).filter(([, list]) => list.length);
  const events = timeline
    .filter((event) => event.noun !== "statement")
    .map((event) => [event, event.from.filter((source) => isKnown(source.date))])
    .filter(([, sources]) => sources.length);
  const body = [
    `<p class="nr-lede">What sources up to ${year} said of the relations between ${escape(partner.name)} and NATO. The links lead to what is known now.</p>\n`,
    general.length ? `<h2 id="_overview">Overview</h2>\n${each(general, one)}` : "",
    each(special, ([area, list]) => `<h2 id="_area-${area.id}">${page.to(area)}</h2>\n${each(list, one)}`),
    events.length
      ? `<h2 id="_events">Events</h2>\n<ul class="nr-events">\n${each(events, ([event, sources]) => page.brief(event, sources))}</ul>\n`
      : "",
  ];
  return layOut(page, {
    title: `As of ${year}`,
    body: body.join(""),
    headings: [
      ...(general.length ? [["_overview", "Overview"]] : []),
      ...special.map(([area]) => [`_area-${area.id}`, area.title]),
      ...(events.length ? [["_events", "Events"]] : []),
    ],
  });
}
