// SPDX-License-Identifier: EUPL-1.2
// The part of Markdown that summaries of the program use, as plain values: headings, paragraphs,
// lists, quotes and tables, with bold, italic and code inside. Anything else stays the text it is.

export interface Span {
  readonly text: string;
  readonly style?: "strong" | "em" | "code";
}

export type Block =
  | { kind: "heading"; level: number; spans: Span[] }
  | { kind: "paragraph" | "quote"; spans: Span[] }
  | { kind: "list"; ordered: boolean; items: Span[][] }
  | { kind: "table"; head: Span[][]; numbers: boolean[]; rows: Span[][][] };

/** A mark behind a backslash is text. Until the end such a mark is kept as a letter of the private
 * area, so that nothing takes it for a mark. */
const hidden = 0xe000;
const hide = (text: string) =>
  text.replace(/\\([\\`*_[\]<>|#])/g, (_, c: string) => String.fromCharCode(hidden + c.charCodeAt(0)));
const show = (text: string) =>
  text.replace(/[\ue021-\ue07e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - hidden));

const inline = /\*\*(.+?)\*\*|`([^`]+)`|\*([^*\s][^*]*)\*|\[([^\]]+)\]\([^)\s]*\)/g;

/** A link keeps its words and loses its address: the page goes nowhere. */
function spans_of(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const found of text.matchAll(inline)) {
    if (found.index > from) spans.push({ text: text.slice(from, found.index) });
    if (found[1] !== undefined) spans.push({ text: found[1], style: "strong" });
    else if (found[2] !== undefined) spans.push({ text: found[2], style: "code" });
    else if (found[3] !== undefined) spans.push({ text: found[3], style: "em" });
    else spans.push({ text: found[4]! });
    from = found.index + found[0].length;
  }
  if (from < text.length) spans.push({ text: text.slice(from) });
  return spans.map((span) => ({ ...span, text: show(span.text) }));
}

const heading = /^(#{1,6})\s+(.*)$/;
const bullet = /^\s*[-*+]\s+(.*)$/;
const numbered = /^\s*\d+[.)]\s+(.*)$/;
const rule = /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$/;

function cells_of(line: string): string[] {
  return line
    .trim()
    .replace(/^\|/, "")
    .replace(/\|$/, "")
    .split("|")
    .map((cell) => cell.trim());
}

class Reader {
  private at = 0;
  constructor(private readonly lines: readonly string[]) {}

  read(): Block[] {
    const blocks: Block[] = [];
    while (this.at < this.lines.length) {
      if (this.line().trim() === "") ++this.at;
      else blocks.push(this.block());
    }
    return blocks;
  }

  private line(offset = 0): string {
    return this.lines[this.at + offset] ?? "";
  }

  private block(): Block {
    const title = heading.exec(this.line());
    if (title) {
      ++this.at;
      return { kind: "heading", level: title[1]!.length, spans: spans_of(title[2]!) };
    }
    if (this.line().includes("|") && rule.test(this.line(1))) return this.table();
    if (bullet.test(this.line())) return this.list(bullet, false);
    if (numbered.test(this.line())) return this.list(numbered, true);
    if (this.line().startsWith(">")) return this.quote();
    return { kind: "paragraph", spans: spans_of(this.text_until(() => this.begins_block())) };
  }

  private begins_block(): boolean {
    const line = this.line();
    return (
      heading.test(line) ||
      bullet.test(line) ||
      numbered.test(line) ||
      line.startsWith(">") ||
      (line.includes("|") && rule.test(this.line(1)))
    );
  }

  /** The line at hand and all after it, up to an empty one or one where `ends`. */
  private text_until(ends: () => boolean): string {
    const parts = [this.line().trim()];
    for (++this.at; this.line().trim() !== "" && !ends(); ++this.at) parts.push(this.line().trim());
    return parts.join(" ");
  }

  private list(mark: RegExp, ordered: boolean): Block {
    const items: Span[][] = [];
    while (mark.test(this.line())) {
      const first = mark.exec(this.line())![1]!;
      ++this.at;
      const rest: string[] = [first];
      while (this.line().trim() !== "" && /^\s/.test(this.line()) && !mark.test(this.line())) {
        rest.push(this.line().trim());
        ++this.at;
      }
      items.push(spans_of(rest.join(" ")));
    }
    return { kind: "list", ordered, items };
  }

  private quote(): Block {
    const parts: string[] = [];
    for (; this.line().startsWith(">"); ++this.at) parts.push(this.line().replace(/^>\s?/, ""));
    return { kind: "quote", spans: spans_of(parts.join(" ")) };
  }

  private table(): Block {
    const head = cells_of(this.line());
    const numbers = cells_of(this.line(1)).map((cell) => cell.endsWith(":"));
    const rows: Span[][][] = [];
    for (this.at += 2; this.line().includes("|"); ++this.at) {
      rows.push(cells_of(this.line()).map(spans_of));
    }
    return { kind: "table", head: head.map(spans_of), numbers, rows };
  }
}

export function read_markdown(text: string): Block[] {
  return new Reader(hide(text).split(/\r?\n/)).read();
}
