// SPDX-License-Identifier: EUPL-1.2
// The option of one map: coloured areas, hatches where the sign is uncertain, outlines where it is
// certain, training centres, few names.
import { INK, TOOLTIP, hatch, plain, type Option } from "./charts.ts";
import { line_around } from "./contrast.ts";
import type { Centre, Level } from "./data.ts";
import { at_km, type Point, type RegisteredMap } from "./geometry.ts";
import { names_series } from "./map_names.ts";
import type { AreaFigure, Picture } from "./picture.ts";

export interface MapParts {
  readonly picture: Picture;
  readonly level: Level;
  readonly map: RegisteredMap;
  readonly centres: readonly Centre[];
  readonly chosen: string | null;
  /** Lines of the box at the pointer. */
  describe(area: AreaFigure): string[];
  describe_centre(centre: Centre): string[];
  /** The bare figure, under a name. */
  short(area: AreaFigure): string;
  readonly better: "less" | "more" | "none";
  /** Pixels that the map gets; names are left out of small ones. */
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  readonly centre: Point | null;
}

const NO_FIGURE_BORDER = "#8a94a1";
const CERTAIN = "#111111";
const LARGE = 430;

export function map_option(parts: MapParts): Option {
  const { picture, map } = parts;
  const by_code = new Map(picture.areas.map((area) => [area.code, area]));
  return {
    tooltip: {
      ...TOOLTIP, trigger: "item",
      formatter: (hit: { seriesId?: string; name?: string; dataIndex?: number }) =>
        tooltip(parts, by_code, hit),
    },
    geo: {
      map: map.name, aspectScale: 1, roam: parts.zoom > 1 ? "move" : false, selectedMode: false,
      layoutCenter: ["50%", "50%"], layoutSize: layout_size(parts),
      zoom: parts.zoom, ...(parts.centre === null ? {} : { center: parts.centre }),
      regions: picture.areas.map(geo_region),
      emphasis: { label: { show: false } },
      label: { show: false },
      tooltip: { show: true },
    },
    series: [
      {
        type: "map", id: "areas", map: map.name, geoIndex: 0, selectedMode: false,
        data: picture.areas.map((area) => ({
          name: area.code, value: area.value ?? Number.NaN,
          ...(area.certain === 0 ? { itemStyle: { decal: hatch() } } : {}),
        })),
      },
      outlines(parts),
      centre_marks(parts),
      names_series({ ...parts, scale: layout_scale(map, parts.width, parts.height) * parts.zoom }),
    ],
  };
}

/** Pixels per kilometre. */
function layout_scale({ size: [w, h] }: RegisteredMap, width: number, height: number): number {
  return Math.max(0.05, Math.min((width - 8) / w, (height - 8) / h));
}

/** Of a map, ECharts takes the size of its longer side. */
function layout_size({ map, width, height }: MapParts): number {
  return Math.max(...map.size) * layout_scale(map, width, height);
}

function geo_region(area: AreaFigure): object {
  const border = area.value === null ? NO_FIGURE_BORDER : line_around(area.colour);
  const fill = { areaColor: area.colour };
  return {
    name: area.code,
    itemStyle: { ...fill, borderColor: border, borderWidth: 0.7 },
    emphasis: { itemStyle: { ...fill, borderColor: INK, borderWidth: 1.6 }, label: { show: false } },
  };
}

/** Drawn over the areas, since a neighbour drawn later would cover half of a border. */
function outlines({ picture, map, chosen }: MapParts): object {
  // Where nearly all is clear, thick outlines would only be a net over the map.
  const few = picture.areas.filter((area) => area.certain !== 0).length < picture.areas.length / 2;
  const data: { value: [number, number, number] }[] = [];
  picture.areas.forEach((area, i) => {
    const certain = area.certain === 1 || area.certain === -1;
    if (!certain && area.code !== chosen) return;
    map.shapes[i]?.forEach((polygon, p) => polygon.forEach((_, r) => data.push({
      value: [i, p, r],
    })));
  });
  return {
    type: "custom", id: "outlines", coordinateSystem: "geo", geoIndex: 0, silent: true, z: 4,
    tooltip: { show: false }, data,
    renderItem: (_: unknown, api: {
      value(i: number): number; coord(at: Point): Point;
    }) => {
      const [i, p, r] = [api.value(0), api.value(1), api.value(2)];
      const ring = map.shapes[i]?.[p]?.[r] ?? [];
      const area = picture.areas[i];
      return {
        type: "polyline", silent: true,
        shape: { points: ring.map((at) => api.coord(at)) },
        style: {
          fill: "none", stroke: area?.code === chosen ? INK : CERTAIN,
          lineWidth: area?.code === chosen ? 3 : few ? 2 : 1.2, lineJoin: "round",
        },
      };
    },
  };
}

function centre_marks({ centres, width }: MapParts): object {
  const size = width > LARGE ? 9 : 6;
  return {
    type: "scatter", id: "centres", coordinateSystem: "geo", geoIndex: 0, z: 6,
    data: centres.map((centre) => ({
      value: at_km([centre.x, centre.y]),
      symbol: centre.parent ? "circle" : "triangle",
      symbolSize: centre.parent ? size * 0.75 : size,
      itemStyle: {
        color: centre.parent ? "#ffffff" : INK, opacity: 1,
        borderColor: centre.parent ? INK : "#ffffff", borderWidth: centre.parent ? 1.4 : 1,
      },
    })),
  };
}

function tooltip(parts: MapParts, by_code: ReadonlyMap<string, AreaFigure>,
                 hit: { seriesId?: string; name?: string; dataIndex?: number }): string {
  if (hit.seriesId === "centres") {
    const centre = parts.centres[hit.dataIndex ?? -1];
    return centre === undefined ? "" : parts.describe_centre(centre).map(plain).join("\n");
  }
  const area = by_code.get(hit.name ?? "");
  return area === undefined ? "" : parts.describe(area).map(plain).join("\n");
}
