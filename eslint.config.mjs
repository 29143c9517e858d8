import { readFileSync } from "node:fs"
import js from "@eslint/js"
import medusa from "@medusajs/eslint-plugin"
import boundaries from "eslint-plugin-boundaries"
import tseslint from "typescript-eslint"

/** The table of docs and architecture spec: which layer may import which. */
const layers = JSON.parse(readFileSync(new URL("integration-tests/architecture/layers.json", import.meta.url), "utf8"))
const SHIPPED = Object.values(layers).map(({ folder }) => `${folder}/**/*.{ts,tsx}`)
const NODE_GLOBALS = Object.fromEntries(
  "process Buffer URL console fetch AbortSignal setTimeout clearTimeout setInterval clearInterval module require __dirname performance"
    .split(" ")
    .map((name) => [name, "readonly"]),
)
const SPECS = ["**/*.spec.{ts,tsx}"]

export default tseslint.config(
  { ignores: ["**/node_modules/", ".medusa/", ".demo/", ".cache/", "coverage/", "dist/", "static/"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  // Node's own JavaScript: scripts, the demo, configuration.
  { files: ["**/*.{js,mjs,cjs}"], languageOptions: { globals: NODE_GLOBALS } },
  { files: ["**/*.{js,cjs}"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  {
    rules: {
      // A name that is there to be left out, or only to keep its place in a list of arguments.
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-expect-error": "allow-with-description", "ts-ignore": true },
      ],
      eqeqeq: ["error", "always", { null: "ignore" }],
      // Mail is full of control characters that must be looked for.
      "no-control-regex": "off",
    },
  },
  // Without its list of ignored folders: our tests are linted too.
  ...medusa.configs.strict.filter(({ rules, plugins, languageOptions }) => rules || plugins || languageOptions),
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: {
      parserOptions: {
        project: ["./tsconfig.check.json", "./tsconfig.admin.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // zod is a dependency of our own: the core must not know Medusa, not even for its copy of zod.
      "@medusajs/zod-import-source": "off",
    },
  },
  {
    files: ["src/modules/**/*.ts"],
    rules: {
      // The module stands on TypeORM: no MedusaService base, no MikroORM context, and getters beside async methods.
      "@medusajs/service-constructor-must-call-super": "off",
      "@medusajs/service-methods-must-be-async": "off",
      "@medusajs/medusa-context-on-context-param": "off",
      "@medusajs/use-inject-manager-on-public-methods": "off",
    },
  },
  {
    // A caller's mistake is a MedusaError (CONTRIBUTING.md); where no caller is near, a plain error is one of the program.
    files: ["**/*.{ts,tsx}"],
    ignores: ["src/api/**", "src/workflows/**"],
    rules: { "@medusajs/use-medusa-error-not-generic-error": "off" },
  },
  {
    files: ["integration-tests/**"],
    rules: {
      // 1200 yen are a price in major units.
      "@medusajs/prices-in-major-units": "off",
      // An answer of HTTP or of the database is looked at, not typed.
      "@typescript-eslint/no-explicit-any": "off",
    },
  },
  { files: SHIPPED, ignores: SPECS, rules: { "no-console": "error" } },
  importBoundaries(),
  {
    files: ["src/core/**/*.ts"],
    ignores: SPECS,
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { group: ["@medusajs/*"], message: "The core knows nothing of Medusa." },
            {
              regex:
                "^(node:)?(fs|net|tls|http|https|http2|dns|child_process|worker_threads|os|path|timers|stream)(/|$)",
              message: "The core is pure: no input, no output, no waiting.",
            },
            { group: ["pg", "typeorm", "nodemailer*", "react*"], message: "The core is pure rules." },
          ],
        },
      ],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "In the core the time is an argument." },
        { object: "Math", property: "random", message: "In the core chance is an argument." },
      ],
      "no-restricted-globals": ["error", "process", "fetch", "setTimeout", "setInterval"],
    },
  },
)

/** Arrows only go down (ARCHITECTURE.md); the composition root of the module is the one place that looks up. */
function importBoundaries() {
  return {
    files: SHIPPED,
    ignores: SPECS,
    plugins: { boundaries },
    settings: {
      "import/resolver": { node: { extensions: [".ts", ".tsx", ".json"] } },
      "boundaries/include": SHIPPED,
      "boundaries/dependency-nodes": ["import", "dynamic-import", "export", "require"],
      "boundaries/elements": [
        { type: "composition-root", mode: "full", pattern: "src/modules/mailroom/index.ts" },
        ...Object.entries(layers).map(([type, { folder }]) => ({ type, mode: "full", pattern: `${folder}/**/*` })),
      ],
    },
    rules: {
      "boundaries/element-types": [
        "error",
        {
          default: "disallow",
          message: "${file.type} must not import ${dependency.type}: arrows only go down (ARCHITECTURE.md).",
          rules: [
            { from: ["composition-root"], allow: ["*"] },
            ...Object.entries(layers).map(([type, { mayImport }]) => ({
              from: [type],
              allow: [type, ...mayImport, ...(mayImport.includes("module") ? ["composition-root"] : [])],
            })),
            // What the server answers, as types: they are gone when the dashboard is built.
            ...Object.entries(layers).map(([type, { mayImportTypes = [] }]) => ({
              from: [type],
              importKind: "type",
              allow: mayImportTypes,
            })),
          ],
        },
      ],
    },
  }
}
