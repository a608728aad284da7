// SPDX-License-Identifier: EUPL-1.2
// Rank correlation, as the program reckons it: equal values share the mean of their ranks.

/** Ranks from 1; equal values have the mean of the ranks they take up. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const result = new Array<number>(values.length);
  for (let first = 0; first < order.length;) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]!] === values[order[first]!]) ++last;
    for (let i = first; i <= last; ++i) result[order[i]!] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return result;
}

/** Null where one of the two does not vary, or fewer than three pairs are given. */
export function correlation(x: readonly number[], y: readonly number[]): number | null {
  const n = x.length;
  if (n < 3 || y.length !== n) return null;
  const mean = (v: readonly number[]) => v.reduce((sum, a) => sum + a, 0) / n;
  const [mx, my] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < n; ++i) {
    const [dx, dy] = [x[i]! - mx, y[i]! - my];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null;
}

/** Spearman's rho. */
export function spearman(x: readonly number[], y: readonly number[]): number | null {
  return correlation(ranks(x), ranks(y));
}

/** Least squares: y = slope * x + offset. Null where x does not vary. */
export function straight_line(x: readonly number[], y: readonly number[]) {
  const n = x.length;
  const mx = x.reduce((sum, a) => sum + a, 0) / n;
  const my = y.reduce((sum, a) => sum + a, 0) / n;
  let [xx, xy] = [0, 0];
  for (let i = 0; i < n; ++i) {
    xx += (x[i]! - mx) ** 2;
    xy += (x[i]! - mx) * (y[i]! - my);
  }
  if (!(xx > 0)) return null;
  const slope = xy / xx;
  return { slope, offset: my - slope * mx };
}
