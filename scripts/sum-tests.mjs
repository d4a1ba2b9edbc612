// usage: node sum-tests.mjs FOLDER SUITE...   The sum of the suites' reports, on the last line, and what failed before it.
// A suite that crashed or ran nothing counts as a failure, since nobody would notice its silence.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, ...suites] = process.argv.slice(2);
const sum = { passed: 0, failed: 0, skipped: 0 };

for (const suite of suites) {
  const counts = read(suite);
  if (counts.passed + counts.failed === 0) {
    console.log(`${suite}: ran no test`);
    counts.failed += 1;
  }
  for (const name of counts.failures) console.log(`${suite}: FAILED ${name}`);
  console.log(`${suite}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  for (const key of Object.keys(sum)) sum[key] += counts[key];
}

const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : "";
console.log(`${sum.passed} passed, ${sum.failed} failed${skipped}`);
process.exitCode = sum.failed > 0 ? 1 : 0;

function read(suite) {
  let report;
  try {
    report = JSON.parse(readFileSync(join(folder, `${suite}.json`), "utf8"));
  } catch (trouble) {
    console.log(`${suite}: left no report (${trouble.code ?? trouble.message})`);
    return { passed: 0, failed: 0, skipped: 0, failures: [] };
  }
  return "results" in report ? fromCtrf(report.results) : fromVitest(report);
}

function fromCtrf({ summary, tests }) {
  return {
    passed: summary.passed,
    failed: summary.failed + (summary.other ?? 0),
    skipped: summary.skipped + (summary.pending ?? 0),
    failures: tests.filter((test) => test.status !== "passed" && test.status !== "skipped").map((test) => test.name),
  };
}

function fromVitest(report) {
  // A file that does not load has no tests of its own, yet failed.
  const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    failures: [
      ...broken.map((file) => file.name),
      ...report.testResults.flatMap((file) =>
        file.assertionResults.filter((test) => test.status === "failed").map((test) => test.fullName),
      ),
    ],
  };
}
