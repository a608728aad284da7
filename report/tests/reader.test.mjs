// SPDX-License-Identifier: EUPL-1.2
// What a reader does with reports of real runs, held against the tables that the program wrote.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import {
  data_of, hover_texts, is_hatched, open_browser, open_report, parse_csv, percent, place_of, table,
} from "./support.mjs";

let browser;
before(async () => { browser = await open_browser(); });
after(async () => { await browser.close(); });

/** Opens, looks, and demands that nothing was amiss. */
function reader(name, report, hash, look, viewport) {
  test(name, { timeout: 60_000 }, async () => {
    const opened = await open_report(browser, report, hash, viewport);
    await look(opened.page);
    assert.deepEqual(opened.trouble, []);
    opened.close();
  });
}

const title = (page) => page.locator("main h2").textContent();

/** The mean of a figure of a run, as the table has it. */
function figure(rows, code, profession, year, indicator = "shortage") {
  const found = rows.find((row) => row.code === code && row.profession === profession &&
    row.year === String(year) && row.indicator === indicator);
  assert.ok(found, `${code} ${profession} ${year}`);
  return found;
}

reader("opens from a file without error or request, on the map of the year that the run chose", "single", "",
  async (page) => {
    assert.match(await title(page), /2030$/);
    assert.equal(await page.locator(".map svg").count(), 1);
    assert.equal(await page.getAttribute("html", "lang"), "en");
  });

reader("shows at the pointer the name, the figure and the interval of the table", "single", "area=ZK27",
  async (page) => {
    const rows = table("single", "regions.csv");
    const row = figure(rows, "ZK27", "huisarts_so", 2030);
    const lines = await hover_texts(page, await place_of(page, row.name));
    assert.equal(lines[0], row.name);
    assert.equal(lines[1], percent(row.mean));
    assert.equal(lines[2], `5% to 95%: ${percent(row.p05).slice(0, -1)} to ${percent(row.p95).slice(0, -1)}`);
  });

reader("another profession has other figures, those of the table", "single", "area=ZK27", async (page) => {
  const rows = table("single", "regions.csv");
  await page.selectOption("select[name=profession]", "so");
  const row = figure(rows, "ZK27", "so", 2030);
  const lines = await hover_texts(page, await place_of(page, row.name));
  assert.equal(lines[1], percent(row.mean));
  assert.notEqual(percent(row.mean), percent(figure(rows, "ZK27", "huisarts", 2030).mean));
});

reader("subregions are there too", "single", "", async (page) => {
  await page.selectOption("select[name=level]", "subregion");
  await page.click("nav [data-view=table]");
  assert.equal(await page.locator("main tbody tr").count(), data_of("single").levels.subregion.codes.length);
});

reader("the slider is dragged to another year", "single", "area=ZK27", async (page) => {
  const box = await page.locator("#year").boundingBox();
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width - 8, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, y, { steps: 4 });
  await page.mouse.move(box.x + box.width * 0.5, y, { steps: 4 });
  await page.mouse.up();
  const year = Number(await page.inputValue("#year"));
  assert.ok(year > 2012 && year < 2021, String(year));
  await page.waitForFunction((wanted) => document.querySelector("main h2").textContent.endsWith(wanted), String(year));
  await page.waitForFunction((wanted) => location.hash.includes(`year=${wanted}`), year);
  const row = figure(table("single", "regions.csv"), "ZK27", "huisarts_so", year);
  assert.equal((await hover_texts(page, await place_of(page, row.name)))[1], percent(row.mean));
});

reader("the years play", "single", "year=2010", async (page) => {
  await page.click(".play");
  await page.waitForFunction(() => Number(document.querySelector("output.year").textContent) >= 2012);
  await page.click(".play");
  const year = await page.textContent("output.year");
  await page.waitForTimeout(1000);
  assert.equal(await page.textContent("output.year"), year);
});

reader("the language is switched, and figures with it", "single", "view=table", async (page) => {
  await page.click("button[lang=nl]");
  assert.equal(await page.getAttribute("html", "lang"), "nl");
  assert.match(await title(page), /^Tekort .* per regio, 2030$/);
  assert.match(await page.locator("main tbody td").first().textContent(), /^\d+,\d$/);
  await page.click("button[lang=en]");
  assert.match(await title(page), /by region, 2030$/);
});

reader("a clicked area is chosen and tells its story", "single", "", async (page) => {
  // A wide one. Names stand at a point inside their area: choose it once to learn where that is.
  const name = table("single", "regions.csv").find((row) => row.code === "ZK08").name;
  await page.selectOption("select[name=area]", "ZK08");
  const place = await place_of(page, name);
  await page.selectOption("select[name=area]", "");
  await page.mouse.click(place.x + 3, place.y + 8);
  await page.waitForFunction((wanted) => document.querySelector(".facts h3").textContent === wanted, name);
  await page.click(".facts button.main");
  assert.ok((await title(page)).startsWith(name));
  assert.ok(await page.locator(".inventory tbody tr").count() >= 9);
  assert.equal(await page.locator(".series-chart svg").count(), 1);
});

reader("the account between two years is the sum of the table", "single", "view=area&area=ZK27&profession=so&year=2030",
  async (page) => {
    await page.selectOption("select[name=account-from]", "2020");
    const sums = new Map();
    for (const row of table("single", "account.csv")) {
      if (row.region !== "ZK27" || row.profession !== "so" || row.year <= 2020 || row.year > 2030) continue;
      sums.set(row.cause, (sums.get(row.cause) ?? 0) + Number(row.fte));
    }
    const section = page.locator("section", { has: page.locator("select[name=account-from]") });
    const shown = await section.locator("details tbody td").allTextContents();
    const causes = data_of("single").accounts[0].causes.map((cause) => cause.id);
    assert.equal(shown.length, causes.length);
    causes.forEach((cause, i) => {
      const value = Number(shown[i].replace("\u2212", "-"));
      assert.ok(Math.abs(value - (sums.get(cause) ?? 0)) <= 0.55, `${cause}: ${shown[i]}, ${sums.get(cause)}`);
    });
  });

reader("effects that are not certain are hatched, certain ones are not", "national",
  "mode=difference&scenarios=1,2", async (page) => {
    const effects = table("national", "differences.csv").filter((row) => row.level === "region" &&
      row.year === "2030" && row.profession === "huisarts_so" && row.indicator === "shortage");
    const clear = (row) => Number(row.effect_p05) > 0 || Number(row.effect_p95) < 0;
    const names = new Map(data_of("national").levels.region.codes.map((code, i) =>
      [code, data_of("national").levels.region.names[i]]));
    const maps = ["regional_training", "combined_package"];
    const seen = new Set();
    for (const [map, scenario] of maps.entries()) {
      const mine = effects.filter((row) => row.scenario === scenario);
      const hatched = await page.evaluate((at) => document.querySelectorAll(".map")[at]
        .querySelectorAll('path[fill^="url("]').length, map);
      assert.equal(hatched, mine.filter((row) => !clear(row)).length, scenario);
      for (const wanted of [true, false]) {
        const row = mine.find((one) => clear(one) === wanted);
        if (row === undefined) continue;
        seen.add(wanted);
        await page.selectOption("select[name=area]", row.code);
        const place = await place_of(page, names.get(row.code), map);
        assert.equal(await is_hatched(page, place, map), !wanted, `${scenario} ${row.code}`);
        const lines = await hover_texts(page, place, map);
        assert.equal(lines[0], names.get(row.code));
        const points = percent(Math.abs(row.effect_median)).slice(0, -1);
        assert.match(lines[1], points === "0.0" ? /no difference/ : new RegExp(`^${points}\\spercentage points`));
        assert.match(lines[3], wanted ? /95% of the runs/ : /not clear/);
      }
    }
    assert.equal(seen.size, 2, "the comparison holds no certain or no uncertain effect: it tests nothing");
  });

reader("compared maps have the same classes", "national", "scenarios=0,1,2&year=2010", async (page) => {
  const fills = await page.evaluate(() => [...document.querySelectorAll(".map")].map((map) =>
    [...map.querySelectorAll("path[stroke-width='0.7']")].map((path) => path.getAttribute("fill")).join()));
  // Before they part the three are one.
  assert.equal(fills.length, 3);
  assert.equal(new Set(fills).size, 1);
  assert.equal(await page.locator(".legend .classes").count(), 1);
});

reader("figures of compared scenarios are those of the table", "national", "view=table&scenarios=0,2", async (page) => {
  const rows = table("national", "figures.csv").filter((row) => row.level === "region" && row.year === "2030" &&
    row.profession === "huisarts_so" && row.indicator === "shortage");
  const codes = data_of("national").levels.region;
  for (const line of await page.locator("main tbody tr").all()) {
    const name = await line.locator("th").textContent();
    const code = codes.codes[codes.names.indexOf(name)];
    const shown = await line.locator("td").allTextContents();
    const wanted = ["baseline", "combined_package"].flatMap((scenario) => {
      const row = rows.find((one) => one.code === code && one.scenario === scenario);
      return [row.mean, row.p05, row.p95].map((value) => percent(value).slice(0, -1));
    });
    assert.deepEqual(shown, wanted, name);
  }
});

reader("a picture is saved as PNG and as SVG", "national", "scenarios=0,1", async (page) => {
  const save = async (text) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(`.map-side .tools >> text=${text}`)]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const png = await save("PNG");
  assert.match(png.name, /^map_shortage_huisarts_so_region_2030\.png$/);
  assert.deepEqual([...png.bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  assert.ok(png.bytes.readUInt32BE(16) > 1000 && png.bytes.readUInt32BE(20) > 1000);
  // A picture of nothing is small.
  assert.ok(png.bytes.length > 60_000, String(png.bytes.length));
  const svg = await save("SVG");
  assert.match(svg.bytes.toString("utf8"), /^<svg[^>]*>.*Shortage of .*2030.*Baseline.*Regional training/s);
});

reader("the table is sorted, searched and saved", "single", "view=table", async (page) => {
  const figures = async () => (await page.locator("main tbody tr td:nth-child(2)").allTextContents()).map(Number);
  const falling = await figures();
  assert.deepEqual(falling, [...falling].sort((a, b) => b - a));
  await page.click("main thead button:has-text('figure')");
  const rising = await figures();
  assert.deepEqual(rising, [...rising].sort((a, b) => a - b));
  await page.fill("input[name=find]", "holland");
  const names = await page.locator("main tbody th").allTextContents();
  assert.ok(names.length > 1 && names.length < 31 && names.every((name) => /holland/i.test(name)));
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("main .row-of-tools button")]);
  const saved = parse_csv(readFileSync(await download.path(), "utf8").replace(/^\ufeff/, ""));
  assert.equal(saved.length, 31);
  const row = figure(table("single", "regions.csv"), "ZK27", "huisarts_so", 2030);
  const own = saved.find((one) => one.code === "ZK27");
  assert.ok(Math.abs(own.mean - row.mean) < 0.0006, `${own.mean} ${row.mean}`);
});

reader("all is reached by keyboard", "single", "", async (page) => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  await page.focus("#year");
  await page.keyboard.press("ArrowLeft");
  await page.waitForFunction(() => document.querySelector("output.year").textContent === "2029");
  await page.keyboard.press("Home");
  await page.waitForFunction(() => document.querySelector("main h2").textContent.endsWith("2003"));
  await page.keyboard.press("End");
  await page.focus("nav [data-view=table]");
  await page.keyboard.press("Enter");
  await page.waitForSelector("main table.figures");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("data-view")), "table");
  // From the last view on by Tab alone to the first area of the table; each stop can be seen.
  let steps = 0;
  while (!(await page.evaluate(() => document.activeElement.matches("tbody button")))) {
    await page.keyboard.press("Tab");
    assert.ok(++steps < 80, "no way to the rows of the table");
    const seen = await page.evaluate(() => {
      const own = getComputedStyle(document.activeElement);
      const box = document.activeElement.closest(".segments > div");
      return own.outlineStyle !== "none" || (box !== null && getComputedStyle(box).outlineStyle !== "none") ||
        document.activeElement === document.body;
    });
    assert.ok(seen, await page.evaluate(() => document.activeElement.outerHTML.slice(0, 120)));
  }
  const name = await page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.getAttribute("aria-pressed") === "true");
  await page.click("nav [data-view=area]");
  assert.ok((await title(page)).startsWith(name));
});

reader("a phone need not scroll sideways in any view", "national", "scenarios=0,1,2&area=ZK27", async (page) => {
  for (const view of await page.locator("nav [data-view]").all()) {
    await view.click();
    const { wide, name } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth, name: document.querySelector("main").dataset.view,
    }));
    assert.ok(wide <= 390, `${name}: ${wide} px`);
  }
}, { width: 390, height: 844 });

reader("on paper nothing stands that can be pressed", "national", "", async (page) => {
  await page.emulateMedia({ media: "print" });
  for (const part of ["nav", ".bar", ".tools", ".languages"]) {
    assert.equal(await page.locator(part).first().isVisible(), false, part);
  }
  assert.ok(await page.locator(".map svg").first().isVisible());
});

reader("an address that makes no sense opens all the same", "national",
  "view=nowhere&scenarios=9,-1,x&level=moon&indicator=%F0%9F%98%80&year=abc&area=%3Cscript%3E&lang=xx&mode=?",
  async (page) => {
    assert.match(await title(page), /2030$/);
    assert.equal(await page.locator(".map svg").count(), 1);
  });
