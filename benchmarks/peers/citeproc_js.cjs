// Times citeproc-js on the works and the style that it is given; start-up is not counted.
// Usage: node citeproc_js.cjs ITEMS.json STYLE.csl LOCALE.xml RUNS
// Reads one line per wanted run from standard input and answers with CPU seconds, so that runs of
// several engines can alternate.
const fs = require("fs");
const path = require("path");
const CSL = require(path.join(process.env.CITEPROC_JS, "citeproc"));

const [itemsPath, stylePath, localePath] = process.argv.slice(2);
const items = JSON.parse(fs.readFileSync(itemsPath, "utf8"));
const style = fs.readFileSync(stylePath, "utf8");
const locale = fs.readFileSync(localePath, "utf8");
const byId = Object.fromEntries(items.map((item) => [item.id, item]));
const sys = { retrieveItem: (id) => byId[id], retrieveLocale: () => locale };

function run() {
  const engine = new CSL.Engine(sys, style, "en-US");
  const before = process.cpuUsage();
  engine.updateItems(items.map((item) => item.id));
  const bibliography = engine.makeBibliography();
  const used = process.cpuUsage(before);
  if (bibliography[1].length !== items.length) throw new Error("entries are missing");
  return (used.user + used.system) / 1e6;
}

require("readline")
  .createInterface({ input: process.stdin })
  .on("line", () => console.log(run()));
