// The layout around an article, cut from this site's own pages, and the description of the page as JSON-LD.
import { existsSync, readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";
import { when } from "./dates.mjs";
import { each, escape, plain } from "./page.mjs";
import { areas, primary } from "./records.mjs";

export const SITE = JSON.parse(readFileSync("site.json", "utf8"));
const markdown = new MarkdownIt({ html: true });
const layouts = new Map();

/** Lay out a page: the hand-written Markdown, what the records make, and the sources that both cite. */
export function layOut(page, { title, body = "", headings = [], sources, events = [], area }) {
  const article = introduction(page) + body + page.references();
  const cited = sources || (page.numbers.size ? [...page.numbers.keys()] : [primary]);
  const date = cited.map((source) => source.date).reduce((one, other) => (when(other).latest > when(one).latest ? other : one));
  const contents = tableOfContents(page.numbers.size ? [...headings, ["_sources", "Sources of this page"]] : headings);
  return fill(area ? "area" : page.url.replaceAll("/", "-").replace(/-$/, "") || "home", {
    BODY: article,
    TABLE_OF_CONTENTS: contents,
    LINKED_DATA: linkedData(page, { title, date, sources: cited, events, area }),
    ...(area ? surroundings(page, { area, date, contents }) : {}),
  });
}

function introduction(page) {
  const file = `introductions/${page.url.replace(/\/$/, "") || "index"}.md`;
  return existsSync(file) ? `${markdown.render(readFileSync(file, "utf8"))}\n` : "";
}

/** Write what differs around the articles of the areas: title, description, navigation. */
function surroundings(page, { area, date, contents }) {
  const at = areas.indexOf(area);
  const previous = areas[at - 1] || { title: "Areas", href: "areas/" };
  const next = areas[at + 1] || { title: "Timeline", href: "timeline/" };
  const entry = ({ title, href }) =>
    fill(href === page.url ? "_here" : "_entry", { TITLE: escape(title), URL: page.link(href), TABLE_OF_CONTENTS: contents });
  return {
    TITLE: escape(area.title),
    URL: area.href,
    DESCRIPTION: escape(describe(area)),
    DATE: when(date).iso.replaceAll("-", "/"),
    NAVIGATION: SITE.lists_areas ? each(areas, entry) : "",
    PREVIOUS_URL: page.link(previous.href),
    PREVIOUS_TITLE: escape(previous.title),
    NEXT_URL: page.link(next.href),
    NEXT_TITLE: escape(next.title),
  };
}

/** Write the summary of an area as a description, which search engines cut after 300 characters. */
export function describe(area) {
  const text = plain(area.summary);
  return text.length <= 300 ? text : text.slice(0, 299).replace(/ [^ ]*$/, "…");
}

function fill(name, values) {
  if (!layouts.has(name)) layouts.set(name, readFileSync(`layouts/${name}.html`, "utf8").split("@@"));
  return each(layouts.get(name), (part, index) => (index % 2 ? values[part] : part));
}

function tableOfContents(headings) {
  const item = ([id, title, children = []]) => {
    const below = children.length ? fill("_headings", { TITLE: escape(title), ITEMS: each(children, item) }) : "";
    return fill("_heading", { ID: id, TITLE: escape(title), CHILDREN: below });
  };
  return headings.length ? fill("_contents", { ITEMS: each(headings, item) }) : "";
}

function linkedData(page, { title, date, sources, events, area }) {
  const address = SITE.address + page.url;
  const article = {
    "@type": "Article",
    "@id": address,
    headline: title,
    url: address,
    isPartOf: { "@type": "WebSite", name: SITE.name, url: SITE.address },
    dateModified: when(date).iso,
    inLanguage: "en",
    license: "https://creativecommons.org/licenses/by/4.0/",
    citation: sources.map((source) => source.url),
  };
  const trail = [
    [SITE.name, SITE.address],
    ...(area ? [["Areas", `${SITE.address}areas/`]] : []),
    ...(page.url ? [[title, address]] : []),
  ];
  const crumbs = {
    "@type": "BreadcrumbList",
    itemListElement: trail.map(([name, item], index) => ({ "@type": "ListItem", position: index + 1, name, item })),
  };
  const graph = [article, crumbs, ...events.filter((event) => event.date).map(described)];
  return JSON.stringify({ "@context": "https://schema.org", "@graph": graph }).replaceAll("<", "\\u003c");
}

const described = (event) => ({
  "@type": "Event",
  "@id": SITE.address + event.href,
  name: event.title,
  startDate: when(event.date).start,
  endDate: when(event.date).end,
  location: event.place && { "@type": "Place", name: event.place },
});
