// Renders one document, its citations and its bibliography, by citeproc-js in many styles.
// Usage: node citeproc_js_documents.cjs DOCUMENT.json LOCALES_FOLDER
// Reads the path of a style a line from standard input; answers each with a line of JSON.
const fs = require("fs");
const path = require("path");
const CSL = require(path.join(process.env.CITEPROC_JS, "citeproc"));

const [documentPath, locales] = process.argv.slice(2);
const { items, citations } = JSON.parse(fs.readFileSync(documentPath, "utf8"));
const byId = Object.fromEntries(items.map((item) => [item.id, item]));
const known = new Map();

function locale(language) {
  if (!known.has(language)) {
    const file = path.join(locales, `locales-${language}.xml`);
    known.set(language, fs.existsSync(file) ? fs.readFileSync(file, "utf8") : locale("en-US"));
  }
  return known.get(language);
}

function render(stylePath) {
  const system = { retrieveItem: (id) => byId[id], retrieveLocale: locale };
  const engine = new CSL.Engine(system, fs.readFileSync(stylePath, "utf8"));
  const asked = JSON.parse(JSON.stringify(citations));
  const cited = engine.rebuildProcessorState(asked, "html").map((each) => each[2]);
  const bibliography = engine.makeBibliography();
  return { citations: cited, entries: bibliography ? bibliography[1] : [] };
}

CSL.debug = () => {};
const write = (answer) => fs.writeSync(1, JSON.stringify(answer) + "\n");
console.log = () => {};
require("readline")
  .createInterface({ input: process.stdin })
  .on("line", (stylePath) => {
    try {
      write(render(stylePath));
    } catch (error) {
      write({ error: String(error) });
    }
  });
