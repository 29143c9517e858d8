/* global describe */
const { readdirSync } = require("node:fs")
const path = require("node:path")

const ROOT = path.join(__dirname, "../..")
/** They boot stores, read the whole repo or kill processes: each is a file of its own. */
const ALONE = /\.(medusa|browser)\.spec\.ts$|\/(architecture|kill|package)\//

/**
 * Declares every `of`-th spec as a block of its own. Jest gives each file a fresh copy of all modules: to load zod, TypeORM,
 * fast-check and luxon a hundred times took as long as many of the tests. Neither the pure core nor Mailroom's services keep
 * state that one spec could leave to another; each spec has a database of its own. One file alone runs as ever:
 * `npm test -- integration-tests/contacts/topics`.
 */
module.exports.declareUnitSpecs = (part, of) =>
  declare([...specsIn(path.join(ROOT, "src")), ...specsIn(path.join(ROOT, "emails"))], part, of)

module.exports.declareIntegrationSpecs = (part, of) =>
  declare(
    specsIn(path.join(ROOT, "integration-tests")).filter((file) => !ALONE.test(file)),
    part,
    of,
  )

function declare(specs, part, of) {
  for (const file of specs.sort().filter((_, n) => n % of === part))
    describe(path.relative(ROOT, file), () => void require(file))
}

function specsIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) return specsIn(full)
    return /\.spec\.tsx?$/.test(entry.name) ? [full] : []
  })
}
