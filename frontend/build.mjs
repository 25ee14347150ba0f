// Builds what the browser gets: one style sheet, two scripts, the fonts and their licences.
// Output goes to src/NhiemSo.Platform/wwwroot and is committed, so running the product needs no Node.
import { cp, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { PurgeCSS } from "purgecss";

const out = new URL("../src/NhiemSo.Platform/wwwroot/", import.meta.url);
const from = (path) => new URL(`./node_modules/${path}`, import.meta.url);
for (const folder of ["css", "js", "fonts", "licences"]) {
  await rm(new URL(folder, out), { recursive: true, force: true });
  await mkdir(new URL(folder, out), { recursive: true });
}

// Of Tabler only the classes named in tabler-classes.txt are kept.
const kept = (await readFile(new URL("./tabler-classes.txt", import.meta.url), "utf8")).split("\n").filter((l) => !l.startsWith("#")).join(" ");
const tabler = await readFile(from("@tabler/core/dist/css/tabler.css"), "utf8");
const [purged] = await new PurgeCSS().purge({
  content: [{ raw: kept, extension: "txt" }],
  css: [{ raw: tabler.replace(/\/\*# sourceMappingURL.*$/m, "") }],
  defaultExtractor: (text) => text.split(/\s+/),
  variables: true,
  keyframes: true,
  fontFace: true,
});
await mkdir(new URL("./.built/", import.meta.url), { recursive: true });
await writeFile(new URL("./.built/tabler.css", import.meta.url), purged.css);

await build({
  entryPoints: [new URL("./src/nhiemso.css", import.meta.url).pathname],
  outfile: new URL("css/nhiemso.css", out).pathname,
  bundle: true, minify: true, charset: "utf8", external: ["/fonts/*"], target: ["chrome111", "firefox113", "safari16.4"],
});
await build({
  entryPoints: [new URL("./src/nhiemso.js", import.meta.url).pathname],
  outfile: new URL("js/nhiemso.js", out).pathname,
  bundle: true, minify: true, charset: "utf8", format: "iife", target: ["chrome111", "firefox113", "safari16.4"],
});
await cp(from("htmx.org/dist/htmx.min.js"), new URL("js/htmx.js", out));

for (const subset of ["latin", "latin-ext", "vietnamese"])
  for (const weight of [400, 500, 600, 700]) {
    const file = `be-vietnam-pro-${subset}-${weight}-normal.woff2`;
    await cp(from(`@fontsource/be-vietnam-pro/files/${file}`), new URL(`fonts/${file}`, out));
  }

await cp(from("@fontsource/be-vietnam-pro/LICENSE"), new URL("licences/be-vietnam-pro.txt", out));
await cp(from("htmx.org/LICENSE"), new URL("licences/htmx.txt", out));
await cp(from("@zxcvbn-ts/language-common/LICENSE.txt"), new URL("licences/zxcvbn-ts.txt", out));
await cp(new URL("./licences/tabler.txt", import.meta.url), new URL("licences/tabler.txt", out));

for (const file of ["css/nhiemso.css", "js/nhiemso.js", "js/htmx.js"])
  console.log(file, Math.round((await stat(new URL(file, out))).size / 1024), "kB");
