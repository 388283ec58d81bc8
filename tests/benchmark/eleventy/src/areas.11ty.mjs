import { layOut } from "../lib/layout.mjs";
import { Page } from "../lib/page.mjs";

export const data = { permalink: "areas/index.html" };

export function render() {
  const page = new Page("areas/");
  return layOut(page, { title: "Areas", body: page.cards() });
}
