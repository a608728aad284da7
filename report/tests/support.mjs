// SPDX-License-Identifier: EUPL-1.2
// What the tests of the page share: where things lie, a browser, figures of the program's tables.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { inflateSync } from "node:zlib";

export const REPORT = join(dirname(fileURLToPath(import.meta.url)), "..");
export const FOLDER = process.env.MGZ_PAGE_FOLDER ?? join(REPORT, "..", "build", "page");
export const MODULES = join(FOLDER, "node_modules");
export const SKIPPED = 77;

/** From the modules that the lock file names, wherever they were put. */
export const require_module = createRequire(join(FOLDER, "tests.js"));

// The first is the same without a window, and faster.
const BROWSERS = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser",
                  "/usr/bin/google-chrome"];

export function find_browser() {
  const wanted = process.env.MGZ_CHROMIUM;
  return wanted ?? BROWSERS.find((path) => existsSync(path));
}

export function open_browser() {
  const { chromium } = require_module("playwright-core");
  return chromium.launch({
    executablePath: find_browser(),
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
           "--disable-background-networking", "--disable-component-update", "--disable-sync",
           "--disable-dev-shm-usage"],
  });
}

export const report_file = (name) => join(FOLDER, `${name}.html`);

/** A page that keeps what a clean one never does: errors, warnings, requests, violations. */
async function new_page(browser) {
  const page = await (await browser.newContext()).newPage();
  const trouble = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) trouble.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => trouble.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) trouble.push(`request: ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  return { page, trouble };
}

/** Pages whose test was done and well: a new one costs more than the report that it opens. */
const spare = [];

/** Opens a report, and tells what trouble it made. */
export async function open_report(browser, name, hash = "", viewport = { width: 1440, height: 900 }) {
  const opened = spare.pop() ?? await new_page(browser);
  const { page, trouble } = opened;
  await page.goto("about:blank");  // else another place in the same report is no fresh start
  trouble.length = 0;
  await page.setViewportSize(viewport);
  await page.emulateMedia({ media: null });
  await page.mouse.move(0, 0);
  await page.goto(pathToFileURL(report_file(name)).href + (hash === "" ? "" : `#${hash}`));
  await page.waitForSelector("html[data-ready]");
  return { page, trouble, close: () => spare.push(opened) };
}

/** The data as the program packed them. */
export function data_of(name) {
  const text = readFileSync(report_file(name), "utf8");
  const packed = /<script type="text\/plain" id="mgz-data">([^<]*)<\/script>/.exec(text);
  return JSON.parse(inflateSync(Buffer.from(packed[1], "base64")).toString("utf8"));
}

/** Rows of a CSV as objects; fields may be quoted. */
export function table(...path) {
  const text = readFileSync(join(FOLDER, ...path), "utf8").replace(/^\ufeff/, "");
  return parse_csv(text);
}

export function parse_csv(text) {
  const rows = [];
  let row = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; ++i) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') field += text[++i];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ",") row.push(field), field = "";
    else if (c === "\n") rows.push([...row, field]), row = [], field = "";
    else if (c !== "\r") field += c;
  }
  const [head, ...body] = rows;
  return body.map((one) => Object.fromEntries(head.map((name, i) => [name, one[i] ?? ""])));
}

/** "24.7%": a share of the tables as the English page shows it, rounded to whole thousandths. */
export function percent(value) {
  return `${(Math.round(1000 * Number(value)) / 10).toFixed(1)}%`;
}

/** Where the map draws the name of the chosen area: a point inside it, in pixels of the window. */
export async function place_of(page, name, map = 0) {
  return page.evaluate(([text, at]) => {
    const box = document.querySelectorAll(".map")[at];
    const texts = [...box.querySelectorAll("text")];
    const { e, f } = texts.find((one) => one.textContent === text).getCTM();
    // The figure under the name is a text of its own; the place is the middle of both.
    const lines = texts.map((one) => one.getCTM())
      .filter((one) => Math.abs(one.e - e) < 0.5 && Math.abs(one.f - f) < 20).map((one) => one.f);
    const { left, top } = box.getBoundingClientRect();
    return { x: left + e, y: top + (Math.min(...lines) + Math.max(...lines)) / 2 };
  }, [name, map]);
}

/** Texts that appear in a map when the pointer is there. */
export async function hover_texts(page, { x, y }, map = 0) {
  const texts = () => page.evaluate((at) =>
    [...document.querySelectorAll(".map")[at].querySelectorAll("text")].map((one) => one.textContent), map);
  await page.mouse.move(1, 1);
  await page.waitForTimeout(100);
  const before = await texts();
  await page.mouse.move(x - 1, y);
  await page.mouse.move(x, y);
  for (let tries = 0; tries < 40; ++tries) {
    const now = await texts();
    if (now.length > before.length) return now.slice(before.length);
    await page.waitForTimeout(50);
  }
  return [];
}

/** Whether hatches are drawn at a point of a map. */
export async function is_hatched(page, { x, y }, map = 0) {
  return page.evaluate(([px, py, at]) => {
    const box = document.querySelectorAll(".map")[at];
    const { left, top } = box.getBoundingClientRect();
    const point = new DOMPoint(px - left, py - top);
    return [...box.querySelectorAll('path[fill^="url("]')].some((path) => path.isPointInFill(point));
  }, [x, y, map]);
}
