// SPDX-License-Identifier: EUPL-1.2
// Names and titles that want to be markup stay text; nothing that axe knows is amiss; colours can be
// told apart.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { data_of, hover_texts, open_browser, open_report, place_of, require_module } from "./support.mjs";

let browser;
before(async () => { browser = await open_browser(); });
after(async () => { await browser.close(); });

async function each_view(page, look) {
  const views = await page.locator("nav [data-view]").evaluateAll((all) => all.map((one) => one.dataset.view));
  for (const view of views) {
    await page.click(`nav [data-view=${view}]`);
    await page.waitForTimeout(50);
    await look(view);
  }
}

test("hostile names, titles and questions are shown as they are", { timeout: 60_000 }, async () => {
  const { page, trouble, close } = await open_report(browser, "hostile", "scenarios=0,1");
  const { levels, scenarios } = data_of("hostile");
  const [east, west] = levels.region.names;
  assert.match(east, /<img src=x/);
  assert.match(west, /<script>/);
  assert.equal(await page.locator("main img, main script, main b, iframe").count(), 0);
  assert.ok((await page.textContent("figcaption")).includes(scenarios[0].title));
  assert.match(scenarios[0].title, /<\/title><script>/);
  await page.selectOption("select[name=area]", "E");
  assert.equal(await page.textContent(".facts h3"), east);
  for (const [code, name] of [["E", east], ["W", west]]) {
    await page.selectOption("select[name=area]", code);
    const drawn = name.replace("{", "\u2774").replace("}", "\u2775").replace("|", "\u2223");
    const lines = await hover_texts(page, await place_of(page, drawn));
    assert.equal(lines[0], drawn);
  }
  await each_view(page, async (view) => {
    assert.equal(await page.locator("main img, main script, main iframe").count(), 0, view);
  });
  await page.click("nav [data-view=table]");
  assert.deepEqual((await page.locator("main tbody th").allTextContents()).sort(), [east, west].sort());
  await page.click("nav [data-view=map]");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=SVG")]);
  assert.ok((await download.path()).length > 0);
  assert.deepEqual(trouble, []);
  close();
});

for (const [name, size] of [["wide", { width: 1440, height: 900 }], ["narrow", { width: 390, height: 844 }]]) {
  test(`axe finds nothing in any view, ${name}`, { timeout: 120_000 }, async () => {
    const { page, close } = await open_report(browser, "national", "scenarios=0,1,2&area=ZK27", size);
    await page.evaluate(require_module("axe-core").source);
    const amiss = [];
    for (const language of name === "wide" ? ["en", "nl"] : ["nl"]) {
      await page.click(`button[lang=${language}]`);
      await each_view(page, async (view) => {
        // Of what passes it need not tell the elements: a map has thousands.
        const found = await page.evaluate(() => window.axe.run(document, {
          resultTypes: ["violations"],
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
        }));
        amiss.push(...found.violations.map((one) =>
          `${view}, ${language}: ${one.id} ${one.nodes.slice(0, 3).map((node) => node.html).join(" ")}`));
      });
    }
    assert.deepEqual(amiss, []);
    close();
  });
}

function luminance(colour) {
  const [, hex] = /^#([0-9a-f]{6})$/.exec(colour);
  const [r, g, b] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const as_hex = (colour) => {
  const rgb = /^rgba?\((\d+), ?(\d+), ?(\d+)/.exec(colour);
  return rgb === null ? colour : `#${rgb.slice(1, 4).map((one) => Number(one).toString(16).padStart(2, "0")).join("")}`;
};

test("every area of a map has a border that is seen against its fill", { timeout: 60_000 }, async () => {
  const { page, close } = await open_report(browser, "national", "scenarios=0,1,2");
  let areas = 0;
  for (const hash of ["mode=level&year=2003", "mode=level&year=2030", "mode=difference&year=2030"]) {
    await page.evaluate((to) => { location.hash = `${to}&scenarios=0,1,2&view=map`; }, hash);
    await page.waitForTimeout(400);
    const paths = await page.evaluate(() => [...document.querySelectorAll(".map path[stroke-width='0.7']")]
      .map((path) => [path.getAttribute("fill"), path.getAttribute("stroke")]));
    for (const [fill, stroke] of paths) {
      if (fill.startsWith("url(") || fill === "none") continue;
      areas += 1;
      assert.ok(contrast(as_hex(fill), as_hex(stroke)) >= 3, `${hash}: ${fill} in ${stroke}`);
    }
  }
  assert.ok(areas > 150, String(areas));
  close();
});

test("texts in charts have a contrast of 4.5 with white", { timeout: 60_000 }, async () => {
  const { page, close } = await open_report(browser, "national", "scenarios=0,1,2&area=ZK27");
  const seen = new Set();
  await each_view(page, async () => {
    const fills = await page.evaluate(() => [...document.querySelectorAll("main svg text")]
      .map((text) => text.getAttribute("fill")));
    for (const fill of fills) seen.add(as_hex(fill ?? "#000000"));
  });
  assert.ok(seen.size > 1);
  for (const colour of seen) assert.ok(contrast(colour, "#ffffff") >= 4.5, colour);
  close();
});
