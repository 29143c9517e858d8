const fc = require("fast-check")

// One commit gets one verdict: properties are tried with the same values each time. `npm run test:explore` looks for new
// ones, with many more of them; what it finds becomes an example in the spec.
const { MAILROOM_PROPERTY_SEED: seed = "20260401", MAILROOM_PROPERTY_RUNS: runs } = process.env
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed), ...(runs && { numRuns: Number(runs) }) })
