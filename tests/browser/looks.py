"""Questions to a page that only its layout can answer, asked in JavaScript."""

from __future__ import annotations

from playwright.sync_api import Page

CONTENT = "article.md-content__inner"

ON_DEMAND = ".headerlink, [role=tooltip], .nr-moved, .nr-versions .nr-meta"
"""What CSS alone shows to those who need it: who points at it, follows an old link or reads on a phone."""

CONTROLS = "button, input, select, option, output, form, template, script, style, noscript, svg"
"""What scripts bring to life or add: without them it may be absent, for it would do nothing."""

SHARED = f"""
const content = document.querySelector({CONTENT!r});
const isSeen = element => element.checkVisibility({{visibilityProperty: true, opacityProperty: true}});
function* textsOf(root) {{
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode())
    if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest({CONTROLS!r}))
      yield walker.currentNode;
}}
"""

HIDDEN_TEXTS = """
for (const details of content.querySelectorAll("details")) details.open = true;
return [...textsOf(content)].map(text => [text.data.trim(), text.parentElement])
  .filter(([, element]) => !isSeen(element) && !element.closest(onDemand)).map(([text]) => text);
"""

RECORDS = """
for (const details of content.querySelectorAll("details")) details.open = true;
for (const control of content.querySelectorAll(controls)) control.style.display = "none";
return Object.fromEntries([...content.querySelectorAll(":is(article, li, tr, dl > div)[id]")].map(
  record => [record.id, record.innerText.replace(/\\s+/g, " ").trim()]));
"""

OVERFLOW = """
const width = document.documentElement.clientWidth;
if (document.scrollingElement.scrollWidth <= width) return [];
const isClipped = element => element !== document.body
  && (getComputedStyle(element).overflowX !== "visible" || isClipped(element.parentElement));
return [...document.body.querySelectorAll("*")]
  .filter(element => element.getBoundingClientRect().right > width + 0.5 && !isClipped(element.parentElement))
  .map(element => `${element.cloneNode(false).outerHTML} to ${element.getBoundingClientRect().right}px`);
"""

HINT_OUTSIDE = """described => {
  const hint = document.getElementById(described.getAttribute("aria-describedby"));
  const box = hint.getBoundingClientRect();
  if (!hint.checkVisibility({visibilityProperty: true})) return `${hint.id} is not shown`;
  const isInside = box.left >= 0 && box.right <= document.documentElement.clientWidth;
  return isInside ? "" : `${hint.id} from ${box.left}px to ${box.right}px`;
}"""

PRINTED = """
const unwanted = ".md-header, nav, [role=dialog], button, input, select, .headerlink, .md-content__button";
return [...document.querySelectorAll(unwanted)]
  .filter(element => isSeen(element) && !element.closest("th"))  // a head that sorts is still a head
  .map(element => element.cloneNode(false).outerHTML);
"""

UNPRINTED_ADDRESSES = """
return [...document.querySelectorAll("article a[href^=http], aside a[href^=http]")].filter(isSeen)
  .filter(link => {
    const after = getComputedStyle(link, "::after").content;
    return !link.innerText.includes(link.getAttribute("href"))
      && !after.includes("attr(href)") && !after.includes(link.getAttribute("href"));
  }).map(link => link.outerHTML);
"""

PALE_TEXTS = """
const channel = value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const pixel = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
const contrastOnPaper = color => {
  pixel.fillStyle = "white"; pixel.fillRect(0, 0, 1, 1);
  pixel.fillStyle = color; pixel.fillRect(0, 0, 1, 1);
  const [red, green, blue] = [...pixel.getImageData(0, 0, 1, 1).data].map(value => channel(value / 255));
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
};
return [...new Set([...textsOf(document.body)].map(text => text.parentElement).filter(isSeen)
  .filter(element => contrastOnPaper(getComputedStyle(element).color) < 4.5)
  .map(element => `${element.localName}.${element.className}: ${getComputedStyle(element).color}`))];
"""


def _ask(page: Page, question: str) -> list[str]:
    found = page.evaluate(f"() => {{ {SHARED} {question} }}")
    return [str(answer) for answer in found]


def hidden_texts(page: Page) -> list[str]:
    """Return the texts of the content that nobody can see, even with all details open."""
    return _ask(page, f"const onDemand = {ON_DEMAND!r}; {HIDDEN_TEXTS}")


def records(page: Page) -> dict[str, str]:
    """Return the visible text of each record, by its id."""
    found = page.evaluate(f"() => {{ {SHARED} const controls = {CONTROLS!r}; {RECORDS} }}")
    return {str(name): str(text) for name, text in found.items()}


def overflow(page: Page) -> list[str]:
    """Return what makes the page wider than its window."""
    return _ask(page, OVERFLOW)


def hints_outside(page: Page) -> list[str]:
    """Return the hints that do not fit into the window, shown one by one."""
    found = []
    for described in page.locator("article [aria-describedby]:visible").all():
        described.focus()
        found.append(described.evaluate(HINT_OUTSIDE))
    return [hint for hint in found if hint]


def printed_controls(page: Page) -> list[str]:
    """Return what is of no use on paper, yet shown."""
    return _ask(page, PRINTED)


def unprinted_addresses(page: Page) -> list[str]:
    """Return the links to other sites whose address paper would lose."""
    return _ask(page, UNPRINTED_ADDRESSES)


def pale_texts(page: Page) -> list[str]:
    """Return what cannot be read on white paper."""
    return _ask(page, PALE_TEXTS)
