// SPDX-License-Identifier: EUPL-1.2
// The views in the order in which they are offered.
import type { View } from "../view.ts";
import { area_view } from "./area.ts";
import { map_view } from "./map.ts";
import { method_view } from "./method.ts";
import { more_views } from "./more.ts";
import { table_view } from "./table.ts";

export const VIEWS: readonly View[] = [map_view, area_view, ...more_views, table_view, method_view];
