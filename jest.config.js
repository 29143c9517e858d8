const transform = {
  "^.+\\.[jt]sx?$": [
    "@swc/jest",
    {
      jsc: {
        parser: { syntax: "typescript", tsx: true, decorators: true },
        transform: { react: { runtime: "automatic" }, decoratorMetadata: true, legacyDecorator: true },
        target: "es2021",
      },
    },
  ],
}

const common = {
  testEnvironment: "node",
  transform,
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/.demo/"],
}

// Specs that share their modules are one file for Jest; `scripts/test.mjs` says when.
const areTogether = Boolean(process.env.MAILROOM_SPECS_TOGETHER)

const unitSpecs = ["<rootDir>/src/**/*.spec.ts", "<rootDir>/emails/**/*.spec.ts?(x)"]

const integrationSpecsTogether = [
  "<rootDir>/scripts/specs-together/integration-*.spec.js",
  "<rootDir>/integration-tests/**/*.{medusa,browser}.spec.ts",
  "<rootDir>/integration-tests/{architecture,kill,package}/*.spec.ts",
]

/** Two suites: the pure core (no database, milliseconds) and everything that needs real parts. */
module.exports = {
  projects: [
    {
      ...common,
      displayName: "unit",
      setupFiles: ["<rootDir>/scripts/property-seed.js"],
      testMatch: areTogether ? ["<rootDir>/scripts/specs-together/unit-*.spec.js"] : unitSpecs,
    },
    {
      ...common,
      displayName: "integration",
      testMatch: areTogether ? integrationSpecsTogether : ["<rootDir>/integration-tests/**/*.spec.ts"],
      setupFiles: ["<rootDir>/integration-tests/setup.js", "<rootDir>/scripts/property-seed.js"],
    },
  ],
  // A machine that does three other things as well is slow, not broken.
  testTimeout: 60_000,
  testSequencer: "<rootDir>/scripts/longest-first.js",
  reporters: ["default", "<rootDir>/scripts/sum-reporter.js"],
}
