// SPDX-License-Identifier: EUPL-1.2
// Shapes of areas as ECharts takes them, each level registered as a map once.
import { echarts } from "./charts.ts";
import type { Level, LevelName, Shape } from "./data.ts";

export type Point = [number, number];

/** Steps of 100 m become points in kilometres, each ring closed. */
export function unfold(ring: readonly number[]): Point[] {
  const points: Point[] = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < ring.length; i += 2) {
    x += ring[i] ?? 0;
    y += ring[i + 1] ?? 0;
    points.push([x / 10, y / 10]);
  }
  const first = points[0];
  if (first !== undefined) points.push([first[0], first[1]]);
  return points;
}

export function polygons(shape: Shape): Point[][][] {
  return shape.map((rings) => rings.map(unfold));
}

/** Metres to the kilometres of the maps. */
export function at_km(at: readonly [number, number]): Point {
  return [at[0] / 1000, at[1] / 1000];
}

export interface RegisteredMap {
  readonly name: string;
  /** Per area its polygons of closed rings. */
  readonly shapes: readonly Point[][][][];
  /** Width and height in kilometres. */
  readonly size: Point;
}

const registered = new Map<LevelName, RegisteredMap>();

/** Areas are known to the map by their code: two may have one name. */
export function map_of(name: LevelName, level: Level): RegisteredMap {
  const known = registered.get(name);
  if (known !== undefined) return known;
  const shapes = level.shapes.map(polygons);
  const features = level.codes.map((code, i) => ({
    type: "Feature" as const,
    properties: { name: code },
    geometry: { type: "MultiPolygon" as const, coordinates: shapes[i] ?? [] },
  }));
  const key = `mgz-${name}`;
  echarts.registerMap(key, { type: "FeatureCollection", features } as never);
  const made = { name: key, shapes, size: size_of(shapes) };
  registered.set(name, made);
  return made;
}

function size_of(shapes: readonly Point[][][][]): Point {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of shapes.flat(3) as Point[]) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return [east - west, north - south];
}
