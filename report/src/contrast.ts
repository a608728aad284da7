// SPDX-License-Identifier: EUPL-1.2
// Contrast of two colours as WCAG 2.1 defines it, and which line can be seen around a fill.

const DARK_LINE = "#3f4956";
const WHITE = "#ffffff";

function luminance(colour: string): number {
  const channel = (at: number): number => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** 1 to 21, of two colours as "#rrggbb". */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** White between dark areas, dark between light ones: whichever is seen best. */
export function line_around(fill: string): string {
  return contrast(fill, WHITE) >= 3 ? WHITE : DARK_LINE;
}
