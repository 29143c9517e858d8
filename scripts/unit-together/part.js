/* global describe */
const { readdirSync } = require("node:fs")
const path = require("node:path")

const ROOT = path.join(__dirname, "../..")

/**
 * Declares every `of`-th spec of the pure core as a block of its own. Jest gives each file a fresh copy of all modules:
 * to load zod, fast-check and luxon a hundred times took twice as long as all the tests. The pure core keeps no state
 * that one spec could leave to another. One file alone runs as ever: `npm run test:unit -- src/core/messages`.
 */
module.exports.declareSpecs = (part, of) => {
  const specs = [...specsIn(path.join(ROOT, "src")), ...specsIn(path.join(ROOT, "emails"))].sort()
  for (const file of specs.filter((_, n) => n % of === part))
    describe(path.relative(ROOT, file), () => void require(file))
}

function specsIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) return specsIn(full)
    return /\.spec\.tsx?$/.test(entry.name) ? [full] : []
  })
}
