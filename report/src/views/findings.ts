// SPDX-License-Identifier: EUPL-1.2
// What the program says of a comparison or a sweep, in its own sentences.
import { read_markdown, type Block } from "./markdown.ts";
import type { Part, PureView } from "./part.ts";

const read = new Map<string, readonly Block[]>();

function blocks_of(text: string): readonly Block[] {
  let blocks = read.get(text);
  if (blocks === undefined) {
    blocks = read_markdown(text);
    read.set(text, blocks);
  }
  return blocks;
}

export const findings_view: PureView = {
  id: "findings",
  title: "view_findings",
  controls: [],
  offered: (report) => report.data.summary.some((text) => text.trim() !== ""),
  build({ report, language, t }) {
    const texts = [...report.data.summary, ...report.data.sensitivity.flatMap((study) => study.texts ?? [])];
    const parts: Part[] = texts
      .filter((text) => text.trim() !== "")
      .map((text) => ({ kind: "text", blocks: blocks_of(text), language: "en" }));
    return language === "en" ? parts : [{ kind: "note", text: t("findings_english") }, ...parts];
  },
};
