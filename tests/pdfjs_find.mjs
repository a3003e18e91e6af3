// Prints, as a JSON list, those of the words that pdf.js (Firefox) finds in a PDF: its own find controller, whole words,
// upper and lower case told apart.
// Usage: node pdfjs_find.mjs FOLDER FILE WORD..., FOLDER being the one that holds node_modules/pdfjs-dist.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

// pdf.js 6 expects it; Node has it from version 22 on.
Promise.withResolvers ??= function () {
  const parts = {};
  parts.promise = new this((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
};

const [folder, file, ...words] = process.argv.slice(2);
const library = join(resolve(folder), "node_modules/pdfjs-dist/legacy");
const { getDocument } = (globalThis.pdfjsLib = await import(pathToFileURL(join(library, "build/pdf.mjs"))));

// The viewer looks for a browser when it is loaded; the search needs none.
globalThis.window = { requestAnimationFrame: setImmediate };
globalThis.document = { documentElement: { style: {} }, createElement: () => ({ style: {} }) };
const { EventBus, FindState, PDFFindController } = await import(pathToFileURL(join(library, "web/pdf_viewer.mjs")));

const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;

async function isFound(word) {
  const eventBus = new EventBus();
  const controller = new PDFFindController({ linkService: { pagesCount: pdf.numPages, page: 1 }, eventBus });
  controller.setDocument(pdf);
  const ended = new Promise((end) => {
    eventBus.on("updatefindcontrolstate", ({ state }) => state !== FindState.PENDING && end(state));
  });
  const manner = { type: "again", caseSensitive: true, entireWord: true, matchDiacritics: true };
  eventBus.dispatch("find", { query: word, ...manner });
  return (await ended) !== FindState.NOT_FOUND;
}

const found = [];
for (const word of words) {
  if (await isFound(word)) found.push(word);
}
process.stdout.write(JSON.stringify(found), () => process.exit());
