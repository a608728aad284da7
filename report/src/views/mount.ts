// SPDX-License-Identifier: EUPL-1.2
// Puts the parts of a view on the page. Elements stay as long as the parts are of the same kinds, so
// that a slider moves charts and does not make them anew, and an open table stays open.
import { make_chart, type Chart } from "../charts.ts";
import { choice, file_name, h, save, to_csv } from "../dom.ts";
import { save_picture } from "../export.ts";
import { provenance } from "../sentences.ts";
import type { Context, View } from "../view.ts";
import type { Block, Span } from "./markdown.ts";
import type { Amount, Cell, ChartPart, Choice, Hit, KeyEntry, Part, PureView, Seen, TablePart } from "./part.ts";

const NARROW = 560;

/** What was chosen in the views' own boxes lives as long as the page. */
const locals = new Map<string, string>();

function seen_of(view: PureView, ctx: Context, width: number): Seen {
  return {
    report: ctx.report,
    selection: ctx.selection,
    language: ctx.language,
    narrow: width < NARROW,
    t: ctx.t,
    local: (id) => locals.get(`${view.id}.${id}`),
  };
}

/** An element on the page that shows one part, and another of the same kind after it. */
interface Slot {
  readonly el: HTMLElement;
  show(part: Part, ctx: Context): void;
  close(): void;
}

export function as_view(pure: PureView): View {
  let host: HTMLElement | null = null;
  let boxes = h("div", { class: "own-choices" });
  let body = h("div", { class: "parts" });
  let slots: Slot[] = [];
  let shape = "";
  let offered = "";
  let last: Context | null = null;
  let narrow = false;
  const watcher = new ResizeObserver(() => {
    if (last !== null && host !== null && host.clientWidth > 0 && host.clientWidth < NARROW !== narrow) {
      refresh(last);
    }
  });

  const draw_choices = (choices: readonly Choice[], ctx: Context): void => {
    const now = JSON.stringify(choices);
    if (now === offered) return;
    offered = now;
    const focused = boxes.contains(document.activeElement)
      ? (document.activeElement?.getAttribute("name") ?? null)
      : null;
    boxes.hidden = choices.length === 0;
    boxes.replaceChildren(
      ...choices.map((one) =>
        choice(
          one.label,
          one.options,
          one.value,
          (value) => {
            locals.set(`${pure.id}.${one.id}`, value);
            if (last !== null) refresh(last);
          },
          one.id,
        ),
      ),
    );
    if (focused !== null) boxes.querySelector<HTMLElement>(`[name="${CSS.escape(focused)}"]`)?.focus();
    boxes.setAttribute("aria-label", ctx.t("choices"));
  };

  const refresh = (ctx: Context): void => {
    last = ctx;
    narrow = (host?.clientWidth ?? NARROW) < NARROW;
    const seen = seen_of(pure, ctx, host?.clientWidth ?? NARROW);
    draw_choices(pure.choices?.(seen) ?? [], ctx);
    const parts = pure.build(seen);
    const next = parts.map((part) => (part.kind === "chart" && part.small ? "small" : part.kind)).join();
    if (next !== shape) {
      shape = next;
      for (const slot of slots) slot.close();
      slots = parts.map(make_slot);
      arrange(body, parts, slots);
    }
    slots.forEach((slot, i) => slot.show(parts[i]!, ctx));
  };

  return {
    id: pure.id,
    title: pure.title,
    controls: pure.controls,
    offered: pure.offered,
    render(el) {
      host = el;
      boxes = h("div", { class: "own-choices", role: "group", hidden: true });
      body = h("div", { class: "parts" });
      [slots, shape, offered] = [[], "", ""];
      el.append(boxes, body);
      watcher.observe(el);
    },
    update: refresh,
    close() {
      watcher.disconnect();
      for (const slot of slots) slot.close();
      [slots, host, last] = [[], null, null];
    },
  };
}

/** Small charts that follow each other stand in one grid. */
function arrange(body: HTMLElement, parts: readonly Part[], slots: readonly Slot[]): void {
  body.replaceChildren();
  let grid: HTMLElement | null = null;
  parts.forEach((part, i) => {
    const el = slots[i]!.el;
    if (part.kind === "chart" && part.small) {
      if (grid === null) body.append((grid = h("div", { class: "small-charts" })));
      grid.append(el);
      return;
    }
    grid = null;
    body.append(el);
  });
}

function make_slot(part: Part): Slot {
  switch (part.kind) {
    case "chart":
      return chart_slot(part);
    case "table":
      return table_slot(part);
    case "text":
      return text_slot();
    case "key":
      return key_slot();
    default:
      return sentence_slot(part.kind);
  }
}

function sentence_slot(kind: "lead" | "note"): Slot {
  const el = h("p", { class: kind });
  return {
    el,
    show(part) {
      if (part.kind === "lead" || part.kind === "note") el.textContent = part.text;
    },
    close() {},
  };
}

function key_slot(): Slot {
  const el = h("ul", { class: "key" });
  return {
    el,
    show(part) {
      if (part.kind === "key") fill_key(el, part.entries);
    },
    close() {},
  };
}

function fill_key(el: HTMLElement, entries: readonly KeyEntry[]): void {
  el.hidden = entries.length === 0;
  el.replaceChildren(...entries.map((entry) => h("li", {}, sample(entry), entry.text)));
}

/** A piece of the line, or a square of the colour. */
function sample({ colour, dash, filled }: KeyEntry): SVGElement {
  const make = (name: string, of: Readonly<Record<string, string>>): SVGElement => {
    const el = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(of)) el.setAttribute(key, value);
    return el;
  };
  const picture = make("svg", { width: "28", height: "14", viewBox: "0 0 28 14", "aria-hidden": "true" });
  picture.append(
    filled
      ? make("rect", { x: "7", y: "0", width: "14", height: "14", fill: colour })
      : make("line", {
          x1: "1",
          y1: "7",
          x2: "27",
          y2: "7",
          stroke: colour,
          "stroke-width": "2.5",
          "stroke-dasharray": Array.isArray(dash) ? dash.join(" ") : "none",
        }),
  );
  return picture;
}

function chart_slot(first: ChartPart): Slot {
  const title = h("h2", { class: "chart-title" });
  const note = h("p", { class: "chart-note" });
  const key = h("ul", { class: "key" });
  const box = h("div", { class: "chart" });
  let chart: Chart | null = null;
  let now: { part: ChartPart; ctx: Context } | null = null;
  const saver = (kind: "png" | "svg"): HTMLButtonElement =>
    h("button", {
      type: "button",
      on: {
        click: () => {
          if (now !== null) void save_chart(kind, now.part, box, now.ctx);
        },
      },
    });
  const [png, svg] = [saver("png"), saver("svg")];
  const el = first.small
    ? h("figure", { class: "chart-part small" }, title, box, note)
    : h("figure", { class: "chart-part" }, title, box, key, note, h("div", { class: "tools" }, png, svg));
  return {
    el,
    show(part, ctx) {
      if (part.kind !== "chart") return;
      now = { part, ctx };
      title.textContent = part.title;
      note.textContent = part.note ?? "";
      note.hidden = part.note === undefined;
      fill_key(key, part.key ?? []);
      png.textContent = ctx.t("save_png");
      svg.textContent = ctx.t("save_svg");
      box.style.height = `${part.height}px`;
      if (chart === null) {
        chart = make_chart(box);
        chart.instance.on("click", (hit) => {
          const change = now?.part.pick?.(hit as Hit) ?? null;
          if (change !== null) now?.ctx.select(change);
        });
      }
      // ECharts cannot lay out a map in no room at all.
      if (box.clientWidth > 0) chart.instance.resize();
      chart.draw(part.option, part.label ?? part.title);
    },
    close() {
      chart?.dispose();
      chart = null;
    },
  };
}

function save_chart(kind: "png" | "svg", part: ChartPart, box: HTMLElement, ctx: Context): Promise<void> {
  return save_picture(kind, {
    name: [part.file ?? "chart"],
    title: part.title,
    subtitle: part.source ?? provenance(ctx),
    charts: [{ title: "", el: box }],
    ...(part.key === undefined ? {} : { legend: part.key }),
    notes: part.note === undefined ? [] : [part.note],
    foot: ctx.report.data.attribution,
  });
}

function is_amount(cell: Cell): cell is Amount {
  return typeof cell !== "string";
}

function table_slot(first: TablePart): Slot {
  const summary = h("summary");
  const holder = h("div", { class: "table-holder", tabindex: 0, role: "group" });
  const button = h("button", { type: "button", class: "save" });
  const el = h("details", { class: "figures", open: first.open ?? false }, summary, holder, button);
  let now: TablePart = first;
  let stale = true;
  const fill = (): void => {
    if (!stale || !el.open) return;
    stale = false;
    holder.replaceChildren(table_of(now));
  };
  el.addEventListener("toggle", fill);
  button.addEventListener("click", () => {
    const head = now.columns.map((column) => column.title);
    const rows = now.rows.map((row) => row.map((cell) => (is_amount(cell) ? cell.value : cell)));
    save(`${file_name(now.file)}.csv`, to_csv([head, ...rows]));
  });
  return {
    el,
    show(part, ctx) {
      if (part.kind !== "table") return;
      now = part;
      stale = true;
      summary.textContent = part.caption;
      holder.setAttribute("aria-label", part.caption);
      button.textContent = ctx.t("save_csv");
      fill();
    },
    close() {},
  };
}

function table_of(part: TablePart): HTMLTableElement {
  const head = h(
    "tr",
    {},
    ...part.columns.map((column) =>
      h("th", { scope: "col", class: column.number ? "number" : undefined }, column.title),
    ),
  );
  const rows = part.rows.map((row, r) =>
    h(
      "tr",
      { class: part.marked?.has(r) ? "marked" : undefined },
      ...row.map((cell, c) => {
        const of = { class: part.columns[c]?.number ? "number" : undefined };
        const text = is_amount(cell) ? cell.text : cell;
        return c === 0 ? h("th", { scope: "row", ...of }, text) : h("td", of, text);
      }),
    ),
  );
  return h(
    "table",
    {},
    h("caption", { class: "unseen" }, part.caption),
    h("thead", {}, head),
    h("tbody", {}, ...rows),
  );
}

function text_slot(): Slot {
  const el = h("article", { class: "findings" });
  let shown: readonly Block[] | null = null;
  return {
    el,
    show(part) {
      if (part.kind !== "text" || part.blocks === shown) return;
      shown = part.blocks;
      el.lang = part.language;
      el.replaceChildren(...part.blocks.map(block_element));
    },
    close() {},
  };
}

/** The page has its own h1, so headings of texts begin one lower. */
function block_element(block: Block): HTMLElement {
  switch (block.kind) {
    case "heading": {
      const tags = ["h2", "h3", "h4", "h5", "h6"] as const;
      return h(tags[Math.min(block.level, tags.length) - 1] ?? "h6", {}, ...block.spans.map(span_node));
    }
    case "paragraph":
      return h("p", {}, ...block.spans.map(span_node));
    case "quote":
      return h("blockquote", {}, ...block.spans.map(span_node));
    case "list": {
      const items = block.items.map((spans) => h("li", {}, ...spans.map(span_node)));
      return block.ordered ? h("ol", {}, ...items) : h("ul", {}, ...items);
    }
    case "table":
      return text_table(block);
  }
}

function text_table(block: Block & { kind: "table" }): HTMLElement {
  const side = (c: number) => ({ class: block.numbers[c] ? "number" : undefined });
  const head = h(
    "tr",
    {},
    ...block.head.map((spans, c) =>
      spans.length === 0 ? h("td") : h("th", { scope: "col", ...side(c) }, ...spans.map(span_node)),
    ),
  );
  const rows = block.rows.map((row) =>
    h(
      "tr",
      {},
      ...row.map((spans, c) =>
        c === 0
          ? h("th", { scope: "row", ...side(c) }, ...spans.map(span_node))
          : h("td", side(c), ...spans.map(span_node)),
      ),
    ),
  );
  const label = block.head.map((spans) => spans.map((span) => span.text).join("")).join(", ");
  return h(
    "div",
    { class: "table-holder", tabindex: 0, role: "group", "aria-label": label },
    h("table", {}, h("thead", {}, head), h("tbody", {}, ...rows)),
  );
}

function span_node(span: Span): Node | string {
  return span.style === undefined ? span.text : h(span.style, {}, span.text);
}
