/** Prints one plain line with the real sums, last; CI reads it. */
class SumReporter {
  onRunComplete(_contexts, results) {
    const skipped = results.numPendingTests + results.numTodoTests
    // A suite that fails to load runs none of its tests: it must count as a failure, not vanish.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
    this.line = `Tests: ${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped`
    if (process.env.MAILROOM_SUM_FILE) require("node:fs").writeFileSync(process.env.MAILROOM_SUM_FILE, `${this.line}\n`)
  }
  getLastError() {}
}
module.exports = SumReporter
