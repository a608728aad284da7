// SPDX-License-Identifier: EUPL-1.2
// Ranking, distance, nights and waiting, costs, moves, what decides and findings: what they say is held
// against the tables that the program wrote, reckoned here in another way.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { FOLDER, data_of, open_browser, open_report, parse_csv, percent, table } from "./support.mjs";

let browser;
before(async () => { browser = await open_browser(); });
after(async () => { await browser.close(); });

/** Opens, looks, and demands that nothing was amiss. */
function view(name, report, hash, look) {
  test(name, { timeout: 60_000 }, async () => {
    const opened = await open_report(browser, report, hash);
    await look(opened.page);
    assert.deepEqual(opened.trouble, []);
    opened.close();
  });
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const plain_number = (text) => Number(text.replace("\u2212", "-").replace(/[,%]/g, ""));
const sum = (list) => list.reduce((all, one) => all + one, 0);
const near = (shown, wanted, most, what) =>
  assert.ok(Math.abs(shown - wanted) <= most, `${what}: shown ${shown}, table ${wanted}`);

/** Opens a table below a chart by keyboard and reads its rows, head included. */
async function rows_of(page, caption) {
  const details = page.locator("details.figures", { has: page.locator("summary", { hasText: caption }) }).first();
  if (!(await details.evaluate((one) => one.open))) {
    await details.locator("summary").focus();
    await page.keyboard.press("Enter");
  }
  await details.locator("tbody tr").first().waitFor();
  return details.evaluate((one) => [...one.querySelectorAll("tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent)));
}

/** Of a page's chart, the texts that it draws. */
const texts_of = (page, chart = 0) => page.evaluate((at) =>
  [...document.querySelectorAll(".chart")[at].querySelectorAll("text")].map((one) => one.textContent), chart);

const shortages = (year, profession) => table("single", "regions.csv").filter((row) =>
  row.indicator === "shortage" && row.year === String(year) && row.profession === profession);

view("the ranking has the figures of the table, the worst first", "single", "view=ranking", async (page) => {
  const data = data_of("single");
  const [, ...rows] = await rows_of(page, "as a table");
  const wanted = shortages(data.year, "huisarts_so");
  assert.equal(rows.length, wanted.length);
  for (const [, name, ...figures] of rows) {
    const row = wanted.find((one) => one.name === name);
    assert.deepEqual(figures.map((figure) => `${figure}%`), [row.mean, row.p05, row.p95].map((value) => percent(value)), name);
  }
  const order = rows.map((row) => plain_number(row[2]));
  assert.deepEqual(order, [...order].sort((a, b) => b - a));
  const drawn = (await texts_of(page)).filter((text) => rows.some((row) => row[1] === text));
  assert.deepEqual(drawn, rows.map((row) => row[1]));
});

view("a name in the ranking is clicked, and the area is chosen", "single", "view=ranking", async (page) => {
  const [, [, name]] = await rows_of(page, "as a table");
  const box = await page.evaluate((text) => {
    const found = [...document.querySelectorAll(".chart text")].find((one) => one.textContent === text);
    found.scrollIntoView({ block: "center" });
    const { x, y, width, height } = found.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, name);
  await page.mouse.click(box.x, box.y);
  const { codes, names } = data_of("single").levels.region;
  await page.waitForFunction((code) => document.querySelector("select[name=area]").value === code, codes[names.indexOf(name)]);
  assert.equal(await page.locator("tr.marked th, tr.marked td").nth(1).textContent(), name);
});

view("the ranking counts what is clearly better and worse", "national", "view=ranking&mode=difference&scenarios=1,2",
  async (page) => {
    const data = data_of("national");
    for (const scenario of [1, 2]) {
      const effects = table("national", "differences.csv").filter((row) => row.level === "region" &&
        row.scenario === data.scenarios[scenario].id && row.year === String(data.year) &&
        row.profession === "huisarts_so" && row.indicator === "shortage");
      const better = effects.filter((row) => Number(row.effect_p05) > 0).length;
      const worse = effects.filter((row) => Number(row.effect_p95) < 0).length;
      const text = await page.locator(".findings li").nth(scenario - 1).textContent();
      assert.equal(text, `${data.scenarios[scenario].title}: better in ${better} of ${effects.length} areas, ` +
        `worse in ${worse}, not clear in ${effects.length - better - worse}.`);
    }
  });

/** Ranks by counting: one for each that is smaller, half of one for each that is equal. */
const rank = (list, value) => list.filter((one) => one < value).length + list.filter((one) => one === value).length / 2;

function rho(x, y) {
  const [a, b] = [x, y].map((list) => {
    const ranks = list.map((value) => rank(list, value));
    return ranks.map((one) => one - sum(ranks) / ranks.length);
  });
  const product = (p, q) => sum(p.map((one, i) => one * q[i]));
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

view("distance and shortage: Spearman's rank correlation of every profession", "single", "view=distance", async (page) => {
  const data = data_of("single");
  const [, ...rows] = await rows_of(page, "Rank correlation");
  assert.equal(rows.length, 3);
  for (const [i, profession] of ["huisarts", "so", "avg"].entries()) {
    const { years, km } = data.distance.find((one) => one.profession === profession);
    const at = years.indexOf(data.year);
    assert.ok(at >= 0);
    const away = data.levels.region.codes.map((_, r) => sum(km.slice(r * years.length, r * years.length + at + 1)));
    const rows_of_profession = shortages(data.year, profession);
    const wanted = data.levels.region.codes.map((code) =>
      Math.round(1000 * rows_of_profession.find((row) => row.code === code).mean));
    near(plain_number(rows[i][1]), rho(away, wanted), 0.0051, profession);
  }
  const lead = await page.locator("p.lead").first().textContent();
  assert.ok(lead.includes(`rank correlation ${rows[0][1]}, 31 regions`), lead);
});

view("nights and waiting: the years of a region are those of the table", "single", "view=inside&area=ZK27", async (page) => {
  const care = table("single", "care.csv").filter((row) => (row.code ?? row.region) === "ZK27");
  const [head, ...rows] = await rows_of(page, "as a table");
  for (const [indicator, title, digits] of [["vvt_wait_weeks", /^wait for a nursing home/i, 1], ["pushed", /^extra contacts/i, 2]]) {
    const column = head.findIndex((one) => title.test(one));
    assert.ok(column > 0, head.join());
    for (const row of rows) {
      const found = care.find((one) => one.indicator === indicator && one.year === row[0]);
      near(plain_number(row[column]), Number(found.mean), 0.51 * 10 ** -digits, `${indicator} ${row[0]}`);
    }
  }
});

view("nights and waiting of all regions: a line for each, and a region chosen by a click", "single", "view=inside", async (page) => {
  await page.selectOption("select[name=areas]", "all");
  const [, ...rows] = await rows_of(page, "as a table");
  assert.equal(rows.length, 31);
});

view("costs of a run add up to those of the table, by item and by payer", "single", "view=money", async (page) => {
  const data = data_of("single");
  const costs = table("single", "costs.csv");
  const total = (year) => sum(costs.filter((row) => row.year === String(year)).map((row) => Number(row.mean))) / 1e6;
  for (const split of ["item", "payer"]) {
    await page.selectOption("select[name=by]", split);
    const [head, ...rows] = await rows_of(page, "By year");
    assert.ok(rows.length > 5);
    for (const row of rows) {
      near(plain_number(row.at(-1)), total(row[0]), 0.06, `${split} ${row[0]}`);
      near(sum(row.slice(1, -1).map(plain_number)), total(row[0]), 0.05 * head.length, `${split} ${row[0]}, summed`);
    }
  }
  const title = await page.locator(".chart-title").first().textContent();
  assert.ok(title.includes(`${total(data.year).toFixed(1)} million euros`), title);
});

view("costs of a comparison are those of the table, and saved as exact as the page has them", "national",
  "view=money&scenarios=0,1,2", async (page) => {
    const data = data_of("national");
    const [, ...rows] = await rows_of(page, "Extra million euros");
    const costs = table("national", "costs.csv").filter((row) => row.level === "country" && row.year === String(data.year) &&
      data.scenarios.findIndex((one) => one.id === row.scenario) < 3);
    const payers = data.money[0].payers;
    assert.ok(costs.length > 3);
    for (const row of costs) {
      const scenario = data.scenarios.find((one) => one.id === row.scenario).title;
      const payer = capital(payers.find((one) => one.id === row.payer).name.en);
      const shown = rows.find((one) => one[0] === scenario && one[1] === payer);
      for (const [i, column] of ["extra_median", "extra_p05", "extra_p95"].entries()) {
        near(plain_number(shown[2 + i]), Number(row[column]) / 1e6, 0.051, `${scenario} ${payer} ${column}`);
      }
      const clear = Number(row.extra_p05) > 0 ? "more" : Number(row.extra_p95) < 0 ? "less" : "not clear";
      if (Math.min(Math.abs(row.extra_p05), Math.abs(row.extra_p95)) > 1) assert.equal(shown[5], clear, `${scenario} ${payer}`);
    }
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("details.figures .save").first().click()]);
    const saved = parse_csv(readFileSync(await download.path(), "utf8").replace(/^\ufeff/, ""));
    assert.equal(saved.length, rows.length);
    const wanted = costs[0];
    const own = saved.find((one) => one["Paid by"] === capital(payers.find((payer) => payer.id === wanted.payer).name.en));
    near(1e6 * Number(own["change, median"]), Number(wanted.extra_median), 1, "saved");
  });

view("moves: what regions gain is who came less who went", "national", "view=moves&scenarios=0,2", async (page) => {
  const data = data_of("national");
  const year = await page.locator("select[name=year]").last().inputValue();
  const rows = table("national", "moves.csv").filter((row) => row.scenario === data.scenarios[2].id &&
    row.year === year && row.profession === "huisarts" && row.from_code !== row.to_code);
  assert.ok(rows.length > 0);
  const net = new Map(data.levels.region.codes.map((code) => [code, 0]));
  for (const row of rows) {
    if (row.from_code !== "") net.set(row.from_code, net.get(row.from_code) - Number(row.fte));
    if (row.to_code !== "") net.set(row.to_code, net.get(row.to_code) + Number(row.fte));
  }
  const texts = await texts_of(page);
  const signed = texts.filter((text) => /^[+\u2212]?\d+\.\d$/.test(text)).map(plain_number);
  const best = Math.max(...net.values());
  const most = 0.05 * rows.length / 4 + 0.1;
  assert.ok(signed.some((value) => Math.abs(value - best) <= most), `${best} is not among ${signed.join()}`);
  const gained = sum([...net.values()].filter((value) => value > 0));
  const lead = await page.locator("p.lead").textContent();
  near(plain_number(/together regions gain ([\d,.]+) FTE/.exec(lead)[1]), gained, 0.01 * gained + 2, "gained");
  const away = rows.filter((row) => row.from_code !== "" && row.to_code !== "");
  near(plain_number(/ ([\d,]+) of them/.exec(lead)[1]), sum(away.map((row) => Number(row.heads))), 0.05 * away.length, "heads");
});

/** The indices of an outcome, the largest first. */
const indices = (level, code, measure) => table("drivers", "indices.csv")
  .filter((row) => row.indicator === "shortage" && row.level === level && row.code === code && row.measure === measure && row.value !== "")
  .sort((a, b) => b.value - a.value);

view("what decides: the tornado has the order and the figures of the indices", "drivers", "view=sensitivity", async (page) => {
  for (const code of ["country", "ZK27"]) {
    if (code !== "country") await page.selectOption("select[name=area]", code);
    const wanted = indices(code === "country" ? code : "region", code, "total");
    const first = new Map(indices(code === "country" ? code : "region", code, "first").map((row) => [row.factor, row.value]));
    assert.equal(wanted.length, 3);
    const [, ...rows] = await rows_of(page, "These figures");
    assert.deepEqual(rows.map((row) => row[0]), wanted.map((row) => row.factor));
    wanted.forEach((row, i) => {
      [row.value, row.low, row.high, first.get(row.factor)].forEach((value, k) =>
        near(plain_number(rows[i][1 + k]), Number(value), 0.0051, `${code} ${row.factor} ${k}`));
    });
  }
  assert.match(await page.locator(".chart-title").first().textContent(), /Zeeland/);
});

view("what decides where: hatched are the regions whose strongest factor is not clearly ahead", "drivers",
  "view=sensitivity", async (page) => {
    const { codes } = data_of("drivers").levels.region;
    const unclear = codes.filter((code) => {
      const [one, two] = indices("region", code, "total");
      return one !== undefined && two !== undefined && !(Number(one.low) > Number(two.high));
    });
    const hatched = await page.evaluate(() => document.querySelectorAll(".chart")[1].querySelectorAll('path[fill^="url("]').length);
    assert.equal(hatched, unclear.length);
    const [, ...rows] = await rows_of(page, "This map");
    assert.equal(rows.filter((row) => row.at(-1) === "no").length, unclear.length);
    await page.selectOption("select[name=factor]", "training places");
    const [, ...of_one] = await rows_of(page, "This map");
    of_one.forEach((row) => assert.equal(row[1], "training places"));
    assert.equal(await page.locator("main b").count(), 0);
  });

view("findings are the summary, word for word", "national", "view=findings", async (page) => {
  const text = readFileSync(join(FOLDER, "national", "summary.md"), "utf8");
  const lines = text.split("\n");
  const bare = (line) => line.replace(/\\(.)/g, "$1").replace(/\*\*|`/g, "").trim();
  const level = (mark, tag) => [lines.filter((line) => line.startsWith(`${mark} `)).map((line) => bare(line.slice(mark.length))), tag];
  for (const [wanted, tag] of [level("#", "h2"), level("##", "h3"), level("###", "h4")]) {
    assert.deepEqual(await page.locator(`.findings ${tag}`).allTextContents(), wanted);
  }
  const items = lines.filter((line) => line.startsWith("- ")).map((line) => bare(line.slice(2)));
  assert.deepEqual(await page.locator(".findings li").allTextContents(), items);
  const cells = lines.filter((line) => /^\|/.test(line) && !/^\|[-| :]+$/.test(line))
    .map((line) => line.replace(/^\||\|$/g, "").split("|").map(bare));
  const shown = await page.evaluate(() => [...document.querySelectorAll(".findings tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent)));
  assert.deepEqual(shown, cells);
  await page.click("button[lang=nl]");
  assert.equal(await page.getAttribute(".findings", "lang"), "en");
});

view("a chart is saved as PNG and SVG with its title", "single", "view=ranking", async (page) => {
  const title = await page.locator(".chart-title").first().textContent();
  for (const kind of ["PNG", "SVG"]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(`.chart-part .tools >> text=${kind}`)]);
    const bytes = readFileSync(await download.path());
    assert.match(download.suggestedFilename(), new RegExp(`^ranking-shortage.*\\.${kind.toLowerCase()}$`));
    if (kind === "PNG") assert.ok(bytes.length > 30_000 && bytes.readUInt32BE(16) > 800, String(bytes.length));
    else assert.ok(bytes.toString("utf8").replace(/<[^>]*>/g, " ").includes(title.split(":")[0]));
  }
});
