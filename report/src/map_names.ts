// SPDX-License-Identifier: EUPL-1.2
// Which areas a map names, and where: those that a reader looks for first, as far as there is room.
import { FONT, INK, plain } from "./charts.ts";
import type { Centre, Level } from "./data.ts";
import { at_km, type Point } from "./geometry.ts";
import type { AreaFigure, Picture } from "./picture.ts";

const SIZE = 12;
const LINE = 15;
/** Narrower maps name only what matters most. */
const ROOM_FOR_NAMES = 430;
const MOST_IN_SMALL = 4;
const WITH_FIGURE = 5;

export interface NameParts {
  readonly picture: Picture;
  readonly level: Level;
  readonly centres: readonly Centre[];
  readonly chosen: string | null;
  readonly better: "less" | "more" | "none";
  readonly width: number;
  /** Pixels per kilometre. */
  readonly scale: number;
  /** The bare figure of an area, under its name. */
  short(area: AreaFigure): string;
}

interface Name {
  readonly lines: readonly string[];
  readonly at: Point;
  readonly offset: Point;
  readonly strong: boolean;
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

function is_certain(area: AreaFigure | undefined): boolean {
  return area?.certain === 1 || area?.certain === -1;
}

/** The chosen area, then clear effects, largest first; of situations the worst first. */
function in_order({ picture, level, chosen, better }: NameParts): number[] {
  const rank = (i: number): number => {
    const area = picture.areas[i];
    if (area === undefined) return -Infinity;
    if (area.code === chosen) return Infinity;
    const value = area.value ?? 0;
    if (picture.effect) return is_certain(area) ? 1e12 * Math.abs(value) + 1e6 : level.population[i] ?? 0;
    return better === "more" ? -value : value;
  };
  return picture.areas.map((_, i) => i).filter((i) => level.at[i] !== undefined)
    .sort((a, b) => rank(b) - rank(a));
}

/** Beside the point inside the area also a little above, below, left and right of it. */
function candidates(width: number, height: number): Point[] {
  return [[0, 0], [0, -height * 0.8], [0, height * 0.8], [width * 0.4, 0], [-width * 0.4, 0]];
}

export function placed_names(parts: NameParts): Name[] {
  const { picture, level, chosen, centres, width, scale } = parts;
  const taken: Box[] = centres.map((centre) => {
    const [x, y] = at_km([centre.x, centre.y]);
    return box_at([x * scale, -y * scale], 13, 13);
  });
  const found: Name[] = [];
  const most = width > ROOM_FOR_NAMES ? Infinity : MOST_IN_SMALL;
  const clear_few = picture.areas.filter(is_certain).length < picture.areas.length / 2;
  for (const i of in_order(parts)) {
    const area = picture.areas[i];
    if (area === undefined || found.length >= most) break;
    const strong = area.code === chosen;
    const matters = strong || (picture.effect ? is_certain(area) && clear_few : found.length < WITH_FIGURE);
    if (most !== Infinity && picture.effect && !matters) break;
    const figure = area.value !== null && (matters || (picture.effect && is_certain(area)));
    const lines = [plain(area.name), ...(figure ? [parts.short(area)] : [])];
    const at = at_km(level.at[i] ?? [0, 0]);
    const [w, h] = [Math.max(...lines.map(text_width)) + 6, lines.length * LINE + 2];
    // The chosen one marks its place, whatever it covers.
    const tries = matters && !strong ? candidates(w, h) : [[0, 0] as Point];
    const boxes = tries.map(([x, y]) => box_at([at[0] * scale + x, -at[1] * scale + y], w, h));
    let free = boxes.findIndex((box) => !taken.some((other) => touch(box, other)));
    if (free < 0 && !strong) continue;
    free = Math.max(0, free);
    taken.push(boxes[free] as Box);
    found.push({ lines, at, offset: tries[free] ?? [0, 0], strong });
  }
  return found;
}

export function names_series(parts: NameParts): object {
  const data = placed_names(parts).map(({ lines, at, offset, strong }) => ({
    name: lines.join("\n"), value: at, label: { fontWeight: strong ? "bold" : "normal", offset },
  }));
  return {
    type: "scatter", id: "names", coordinateSystem: "geo", geoIndex: 0, silent: true, z: 7,
    symbolSize: 1, itemStyle: { color: "transparent" }, data, tooltip: { show: false },
    label: {
      show: true, formatter: "{b}", position: "inside", color: INK, opacity: 1, fontFamily: FONT,
      fontSize: SIZE, lineHeight: LINE, textBorderColor: "#ffffff", textBorderWidth: 4,
    },
    emphasis: { disabled: true },
  };
}

function box_at([x, y]: Point, width: number, height: number): Box {
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}

function touch(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

let pen: CanvasRenderingContext2D | null = null;

function text_width(text: string): number {
  pen ??= document.createElement("canvas").getContext("2d");
  if (pen === null) return text.length * SIZE * 0.6;
  pen.font = `${SIZE}px ${FONT}`;
  return pen.measureText(text).width;
}
