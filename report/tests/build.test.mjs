// SPDX-License-Identifier: EUPL-1.2
// The committed page is what the sources build, and holds what the program and a strict policy need.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { FOLDER, MODULES, REPORT } from "./support.mjs";

const page = readFileSync(join(REPORT, "dist", "report.html"), "utf8");

function node(...words) {
  const done = spawnSync(process.execPath, words, {
    cwd: REPORT, encoding: "utf8", env: { ...process.env, MGZ_NODE_MODULES: MODULES },
  });
  assert.equal(done.status, 0, done.stdout + done.stderr);
  return done.stdout;
}

test("the committed page is what the sources build, byte for byte", () => {
  const built = join(FOLDER, "rebuilt.html");
  node("build.mjs", built);
  assert.ok(readFileSync(built, "utf8") === page, "run `npm run build` in report/ and commit dist/report.html");
});

test("the sources have no error of types", () => {
  const config = join(FOLDER, "tsconfig.json");
  writeFileSync(config, JSON.stringify({
    extends: join(REPORT, "tsconfig.json"),
    compilerOptions: { paths: { "*": [join(MODULES, "*")] } },
    include: [join(REPORT, "src")],
  }));
  node(join(MODULES, "typescript", "bin", "tsc"), "-p", config);
});

test("the program finds its three marks once each", () => {
  for (const mark of ["@MGZ_LANG@", "@MGZ_TITLE@", "@MGZ_DATA@"]) {
    assert.equal(page.split(mark).length, 2, mark);
  }
});

test("the policy allows the one script, the one style and nothing from elsewhere", () => {
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(page)[1];
  const hash = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((found) => found[1]);
  const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map((found) => found[1]);
  assert.equal(scripts.length, 1);
  assert.equal(styles.length, 1);
  assert.equal(policy, `default-src 'none'; script-src ${hash(scripts[0])}; style-src ${hash(styles[0])}; ` +
    "img-src data: blob:; base-uri 'none'; form-action 'none'");
  assert.doesNotMatch(page, /unsafe-|<link|<iframe| src=| href="http/);
});

test("the sources never make markup from a text", () => {
  const script = /<script>([\s\S]*?)<\/script>/.exec(page)[1];
  assert.doesNotMatch(script, /document\.write\(|insertAdjacentHTML/);
  // ECharts has a tooltip of HTML and a data view that the page does not use; our own code has none.
  const files = spawnSync("grep", ["-rlE", "innerHTML|outerHTML|insertAdjacentHTML|eval\\(|new Function|" +
    "setAttribute\\(.style", join(REPORT, "src")], { encoding: "utf8" });
  assert.equal(files.stdout, "");
});

test("licences of what is bundled travel in the page", () => {
  for (const words of ["Apache License", "Copyright (c) 2017, Baidu Inc.", "Copyright 2010-2016 Mike Bostock",
                       "This product includes software developed at"]) {
    assert.ok(page.includes(words), words);
  }
});

test("the lock file names no registry", () => {
  assert.doesNotMatch(readFileSync(join(REPORT, "package-lock.json"), "utf8"), /"resolved"|https?:\/\/registry/);
});
