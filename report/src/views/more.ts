// SPDX-License-Identifier: EUPL-1.2
// The views beside map, table and panel, in the order in which they are offered.
import type { View } from "../view.ts";
import { distance_view } from "./distance.ts";
import { findings_view } from "./findings.ts";
import { inside_view } from "./inside.ts";
import { money_view } from "./money.ts";
import { as_view } from "./mount.ts";
import { moves_view } from "./moves.ts";
import { ranking_view } from "./ranking.ts";
import { sensitivity_view } from "./sensitivity.ts";

export const more_views: readonly View[] = [
  findings_view,
  ranking_view,
  distance_view,
  inside_view,
  money_view,
  moves_view,
  sensitivity_view,
].map(as_view);
