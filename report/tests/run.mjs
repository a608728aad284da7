// SPDX-License-Identifier: EUPL-1.2
// Runs one file of tests, or makes what they look at:
//
//     node run.mjs make.mjs
//     node run.mjs reader.test.mjs
//
// Ends with 77 and says why when something is missing that a build of mgz does not need.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { FOLDER, REPORT, SKIPPED, find_browser } from "./support.mjs";

function skip(reason) {
  console.log(`skipped: ${reason}`);
  process.exit(SKIPPED);
}

const [file] = process.argv.slice(2);
if (Number(process.versions.node.split(".")[0]) < 18) skip(`node ${process.versions.node} is older than 18`);
if (find_browser() === undefined) skip("no chromium is installed");
if (file !== "make.mjs" && !existsSync(join(FOLDER, "made"))) {
  skip("there are no reports to look at; the test that makes them says why");
}
const words = file === "make.mjs" ? [] : ["--test"];
const done = spawnSync(process.execPath, [...words, join(REPORT, "tests", file)], { stdio: "inherit" });
process.exit(done.status ?? 1);
