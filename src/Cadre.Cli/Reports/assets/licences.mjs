// Prints the licence of every package that went into the bundle; the argument is esbuild's metafile.
import {readFileSync, readdirSync} from "node:fs";

const [[bundle, output]] = Object.entries(JSON.parse(readFileSync(process.argv[2], "utf8")).outputs).filter(([, file]) => file.entryPoint);
const used = Object.entries(output.inputs).filter(([, part]) => part.bytesInOutput > 0).map(([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
console.log(`${bundle} holds code of these packages besides Cadre's own.`);
for (const name of [...new Set(used)].filter(Boolean).sort()) {
  const folder = `node_modules/${name}`;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const {version, license} = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  console.log(`\n==== ${name} ${version} (${license}) ====\n\n${file ? readFileSync(`${folder}/${file}`, "utf8").replaceAll("\r", "").trim() : `Licence: ${license}`}`);
}
