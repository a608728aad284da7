// SPDX-License-Identifier: EUPL-1.2
// Makes what the tests of the page look at: the modules of the lock file, and reports of a run and two
// comparisons that the program makes here and now.
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { make_drivers } from "./make_drivers.mjs";
import { FOLDER, MODULES, REPORT, SKIPPED, report_file } from "./support.mjs";

const ROOT = process.env.MGZ_ROOT;
const MGZ = process.env.MGZ_PROGRAM;
const HOSTILE = {
  W: `<script>alert("west")</script> & 'quotes' {a|b}`,
  E: "=1+1 \u202eRTL \u05d0\u05d1\u05d2\u202c \u{1F9D1}\u200d\u2695\ufe0f <img src=x onerror=alert(1)>",
};

function run(program, words, cwd) {
  const done = spawnSync(program, words, { cwd, encoding: "utf8" });
  if (done.status !== 0) {
    throw new Error(`${program} ${words.join(" ")}\n${done.stdout ?? ""}${done.stderr ?? done.error}`);
  }
}

/** Installs again only when the lock file has changed. No module may run a script of its own. */
function install_modules() {
  const lock = readFileSync(join(REPORT, "package-lock.json"));
  const stamp = join(FOLDER, "installed");
  if (existsSync(MODULES) && existsSync(stamp) && readFileSync(stamp).equals(lock)) return;
  for (const name of ["package.json", "package-lock.json", ".npmrc"]) {
    copyFileSync(join(REPORT, name), join(FOLDER, name));
  }
  const done = spawnSync("npm", ["ci", "--ignore-scripts"], { cwd: FOLDER, encoding: "utf8", timeout: 180_000 });
  if (done.status !== 0) {
    console.log("skipped: npm could not install the modules that package-lock.json names");
    console.log(done.error?.message ?? done.stderr);
    process.exit(SKIPPED);
  }
  writeFileSync(stamp, lock);
}

function make_report(name) {
  run(MGZ, ["report", name, "-o", report_file(name), "--force"], FOLDER);
}

/** A country of two regions whose names and title are made to hurt a page that is not careful. */
function make_hostile() {
  const own = join(FOLDER, "own");
  rmSync(own, { recursive: true, force: true });
  cpSync(join(ROOT, "tests", "data", "own"), own, { recursive: true });
  const areas = JSON.parse(readFileSync(join(own, "areas.geojson"), "utf8"));
  for (const feature of areas.features) feature.properties.name = HOSTILE[feature.properties.code];
  writeFileSync(join(own, "areas.geojson"), JSON.stringify(areas));
  const scenario = readFileSync(join(own, "scenario.toml"), "utf8")
    .replace(/^title = .*$/m, 'title = "</title><script>alert(2)</script> & \\"own\\""')
    .replace(/^question = .*$/m, 'question = "<b>bold?</b> @MGZ_DATA@ </script>"');
  writeFileSync(join(own, "first.toml"), scenario);
  writeFileSync(join(own, "second.toml"), scenario.replace("from = 2024", "from = 2020"));
  run(MGZ, ["compare", "own/first.toml", "own/second.toml", "-o", "hostile", "--replicates", "3", "--force"], FOLDER);
  make_report("hostile");
}

function make_national() {
  const small = ["--to", "2030", "--set", "output.map_year=2030", "--set", "output.years=[2003, 2023, 2030]",
                 "--set", "output.cell_m=2000", "--force"];
  run(MGZ, ["run", "baseline", "-o", "single", "--replicates", "3", ...small], FOLDER);
  run(MGZ, ["compare", "baseline", "regional_training", "combined_package", "-o", "national",
            "--replicates", "4", ...small], FOLDER);
  make_report("single");
  make_report("national");
}

mkdirSync(FOLDER, { recursive: true });
rmSync(join(FOLDER, "made"), { force: true });
install_modules();
make_hostile();
make_national();
make_drivers(FOLDER, (words) => run(MGZ, words, FOLDER));
writeFileSync(join(FOLDER, "made"), "");
