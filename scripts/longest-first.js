const { default: Sequencer } = require("@jest/test-sequencer")

/** Specs that take minutes; begun last, one of them would keep everybody waiting while the other worker is idle. */
const LONG = [/\.browser\.spec\.ts$/, /\/specs-together\//, /\.medusa\.spec\.ts$/, /\/package\//]
const place = ({ path }) => LONG.findIndex((one) => one.test(path)) + 1 || LONG.length + 1

module.exports = class extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => place(a) - place(b) || a.path.localeCompare(b.path))
  }
}
