// SPDX-License-Identifier: EUPL-1.2
// Builds dist/report.html: the page without data, one file with one script and one style, whose
// hashes stand in the policy of the page. The same sources give the same bytes.
//
//     node build.mjs [FILE]     writes FILE instead of dist/report.html
//
// MGZ_NODE_MODULES names another folder of modules than node_modules beside this file.
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const modules = process.env.MGZ_NODE_MODULES ?? join(here, "node_modules");
const { build } = createRequire(join(modules, "..", "build.js"))("esbuild");
const output = process.argv[2] ?? join(here, "dist", "report.html");

async function bundle(entry) {
  const result = await build({
    absWorkingDir: here,
    nodePaths: [modules],
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: ["chrome106", "firefox113", "safari16.4"],
    charset: "ascii",
    legalComments: "eof",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  const text = result.outputFiles[0].text;
  // Inside an element only its own end tag ends it.
  return text.replaceAll(/<\/(?=script|style)/gi, "<\\/").replaceAll("<!--", "<\\!--");
}

/** The licences of what is bundled must travel with it. */
async function notices_text() {
  const files = [
    join(here, "src/notices.txt"),
    ...["echarts/NOTICE", "echarts/LICENSE", "echarts/licenses/LICENSE-d3", "zrender/LICENSE", "tslib/LICENSE.txt"]
      .map((file) => join(modules, file)),
  ];
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  const text = texts.map((one) => one.replaceAll("\r\n", "\n").trim()).join(`\n\n${"-".repeat(78)}\n\n`);
  if (/<[/!]/.test(text)) throw new Error("a licence text holds what would end its element");
  return `${text}\n`;
}

const sha256 = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

const script = await bundle("src/main.ts");
const style = await bundle("src/style.css");
const notices = await notices_text();
const policy = [
  "default-src 'none'", `script-src ${sha256(script)}`, `style-src ${sha256(style)}`,
  "img-src data: blob:", "base-uri 'none'", "form-action 'none'",
].join("; ");

const page = `<!DOCTYPE html>
<html lang="@MGZ_LANG@">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>@MGZ_TITLE@</title>
<style>${style}</style>
</head>
<body>
<noscript><p>This page needs JavaScript; it uses no network. Deze pagina heeft JavaScript nodig, maar geen netwerk.</p></noscript>
<p class="wait" aria-hidden="true">…</p>
<script type="text/plain" id="mgz-data">@MGZ_DATA@</script>
<script type="text/plain" id="mgz-notices">
${notices}</script>
<script>${script}</script>
</body>
</html>
`;

for (const mark of ["@MGZ_LANG@", "@MGZ_TITLE@", "@MGZ_DATA@"]) {
  if (page.split(mark).length !== 2) throw new Error(`${mark} must stand in the page exactly once`);
}
await mkdir(dirname(output), { recursive: true });
await writeFile(output, page);
console.log(`${output}: ${Math.round(page.length / 1000)} kB`);
