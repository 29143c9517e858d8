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

const unitSpecs = ["<rootDir>/src/**/*.spec.ts", "<rootDir>/emails/**/*.spec.ts?(x)"]

/** Two suites: the pure core (no database, milliseconds) and everything that needs real parts. */
module.exports = {
  projects: [
    {
      ...common,
      displayName: "unit",
      setupFiles: ["<rootDir>/scripts/property-seed.js"],
      // All of them at once share their modules; `scripts/test.mjs` says when.
      testMatch: process.env.MAILROOM_UNIT_TOGETHER ? ["<rootDir>/scripts/unit-together/*.spec.js"] : unitSpecs,
    },
    {
      ...common,
      displayName: "integration",
      testMatch: ["<rootDir>/integration-tests/**/*.spec.ts"],
      setupFiles: ["<rootDir>/integration-tests/setup.js", "<rootDir>/scripts/property-seed.js"],
    },
  ],
  // A machine that does three other things as well is slow, not broken.
  testTimeout: 60_000,
  reporters: ["default", "<rootDir>/scripts/sum-reporter.js"],
}
