// SPDX-License-Identifier: EUPL-1.2
// A small sweep and what it says, for the view on what decides: three factors of the shortage of GPs.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const factor = (name, key, low, high) => `[[factor]]\nname = "${name}"\nkey = "${key}"\nlow = ${low}\nhigh = ${high}\n`;

const STUDY = [
  'title = "What decides the shortage of GPs in 2005"', "[set]\nto = 2005", '[design]\nmethod = "saltelli"\nn = 16',
  '[keep]\nindicators = ["shortage"]\nprofessions = ["huisarts"]',
  factor("early leaving", "careers.huisarts.early_leaving", 0.005, 0.015),
  factor("<b>growth</b> of {need|x}", "need.huisarts.growth", 0.009, 0.018),
  factor("training places", "training.huisarts.places", 0.85, 1.15),
].join("\n\n");

/** `mgz` runs the program with words in the folder. */
export function make_drivers(folder, mgz) {
  for (const name of ["sweep", "drivers"]) rmSync(join(folder, name), { recursive: true, force: true });
  writeFileSync(join(folder, "study.toml"), STUDY);
  mgz(["sweep", "plan", "study.toml", "-o", "sweep"]);
  mgz(["sweep", "run", "sweep"]);
  mgz(["sensitivity", "sweep", "-o", "drivers"]);
  mgz(["report", "single", "drivers", "-o", "drivers.html", "--force"]);
}
