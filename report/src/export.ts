// SPDX-License-Identifier: EUPL-1.2
// A picture to put in a paper: title, charts beside each other, legend and source in one SVG, or a PNG
// of it. It is put together from elements, never from strings, so that a name stays a text.
import { FONT, INK, SOFT_INK } from "./charts.ts";
import { file_name, save } from "./dom.ts";

const SVG = "http://www.w3.org/2000/svg";
const MARGIN = 28;
const PNG_SCALE = 2;

export interface PictureParts {
  readonly name: readonly (string | number)[];
  readonly title: string;
  readonly subtitle: string;
  readonly charts: readonly { readonly title: string; readonly el: HTMLElement }[];
  readonly legend_title?: string;
  readonly legend?: readonly { readonly colour: string; readonly text: string }[];
  readonly notes?: readonly string[];
  readonly foot: string;
}

function element<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Record<string, string | number>,
                                                       ...children: Node[]): SVGElementTagNameMap[K] {
  const el = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, String(value));
  el.append(...children);
  return el;
}

function text(x: number, y: number, content: string, size: number, bold = false, colour = INK): SVGTextElement {
  const el = element("text", {
    x, y, "font-size": size, "font-family": FONT, fill: colour, "font-weight": bold ? 600 : 400,
  });
  el.textContent = content;
  return el;
}

/** Lines no longer than fits: a character is taken to be half as wide as it is high. */
function wrap(content: string, size: number, width: number): string[] {
  const most = Math.max(20, Math.floor(width / (size * 0.52)));
  const lines: string[] = [""];
  for (const word of content.split(/\s+/)) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines;
}

export function compose(parts: PictureParts): SVGSVGElement {
  const charts = parts.charts.map(({ title, el }) => ({ title, el, svg: el.querySelector("svg") }))
    .filter((one) => one.svg !== null);
  const inner = Math.max(640, charts.reduce((sum, { el }) => sum + el.clientWidth + MARGIN, -MARGIN));
  const root = element("svg", { xmlns: SVG });
  let y = MARGIN + 14;
  for (const [content, size, bold, colour] of [
    [parts.title, 21, true, INK], [parts.subtitle, 13, false, SOFT_INK],
  ] as const) {
    for (const line of wrap(content, size, inner)) {
      root.append(text(MARGIN, y, line, size, bold, colour));
      y += size * 1.4;
    }
  }
  y += 12;
  let x = MARGIN;
  for (const { title, el, svg } of charts) {
    wrap(title, 14, el.clientWidth).slice(0, 2).forEach((line, i) =>
      root.append(text(x, y + i * 18, line, 14, true)));
    const copy = svg?.cloneNode(true) as SVGSVGElement;
    copy.removeAttribute("style");
    for (const [name, value] of Object.entries({ x, y: y + 26, width: el.clientWidth, height: el.clientHeight })) {
      copy.setAttribute(name, String(value));
    }
    root.append(copy);
    x += el.clientWidth + MARGIN;
  }
  y += 26 + Math.max(0, ...charts.map(({ el }) => el.clientHeight)) + 24;
  y = add_legend(root, parts, y, inner);
  for (const line of [...(parts.notes ?? []), parts.foot]) {
    for (const part of wrap(line, 11, inner)) {
      root.append(text(MARGIN, y, part, 11, false, SOFT_INK));
      y += 16;
    }
  }
  const [width, height] = [inner + 2 * MARGIN, y + MARGIN / 2];
  root.prepend(element("rect", { width, height, fill: "#ffffff" }));
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) {
    root.setAttribute(name, String(value));
  }
  return root;
}

function add_legend(root: SVGElement, parts: PictureParts, top: number, inner: number): number {
  if (parts.legend === undefined) return top;
  let y = top;
  if (parts.legend_title) {
    root.append(text(MARGIN, y, parts.legend_title, 12, true));
    y += 18;
  }
  let x = MARGIN;
  for (const { colour, text: label } of parts.legend) {
    const width = 26 + label.length * 7.2 + 14;
    if (x + width > MARGIN + inner) {
      x = MARGIN;
      y += 22;
    }
    root.append(element("rect", { x, y: y - 11, width: 20, height: 14, fill: colour, stroke: "#8a94a1",
                                  "stroke-width": 0.7 }), text(x + 26, y, label, 12));
    x += width;
  }
  return y + 28;
}

export async function save_picture(kind: "png" | "svg", parts: PictureParts): Promise<void> {
  const root = compose(parts);
  const svg = new Blob([new XMLSerializer().serializeToString(root)], { type: "image/svg+xml;charset=utf-8" });
  const name = `${file_name(...parts.name)}.${kind}`;
  if (kind === "svg") {
    save(name, svg);
    return;
  }
  const url = URL.createObjectURL(svg);
  try {
    save(name, await rasterise(url, Number(root.getAttribute("width")), Number(root.getAttribute("height"))));
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function rasterise(url: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * PNG_SCALE);
  canvas.height = Math.round(height * PNG_SCALE);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => {
    if (blob === null) reject(new Error("the browser could not make a PNG"));
    else resolve(blob);
  }, "image/png"));
}
