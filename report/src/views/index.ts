// SPDX-License-Identifier: EUPL-1.2
// The views in the order in which they are offered.
import type { View } from "../view.ts";
import { map_view } from "./map.ts";

export const VIEWS: readonly View[] = [map_view];
