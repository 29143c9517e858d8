import { builtinModules } from "node:module"
import packageJson from "../../package.json"
import { importsOf, layerOf, type Import, type Layer } from "./imports"
import layers from "./layers.json"

/** The only file of the module that may reach up: it puts the parts together for Medusa. */
const COMPOSITION_ROOT = "src/modules/mailroom/index.ts"
/** Of Node the core may use what computes; nothing that reads, writes, waits or listens. */
const PURE_BUILTINS = ["node:crypto", "node:buffer", "node:url", "node:util", "node:querystring"]
/** Packages of the core: functions of their arguments. */
const PURE_PACKAGES = ["zod", "luxon", "tldts", "ipaddr.js", "htmlparser2", "croner"]
/** Of Medusa the core uses nothing; the pure SQL neither. */
const WITHOUT_MEDUSA = [
  "src/core",
  "src/modules/mailroom/sql",
  "src/rendering",
  "src/transports",
  "emails",
  "migrations",
]

const everything = Object.values(layers).flatMap(({ folder }) => importsOf(folder))

const told = ({ file, line, specifier }: Import) => `${file}:${line} imports ${specifier}`

it("sees the house", () => {
  expect(everything.length).toBeGreaterThan(50)
})

it("imports only go down", () => {
  const upwards = everything.filter(({ file, target, isPackage, isType }) => {
    const [from, to] = [layerOf(file), layerOf(target)]
    return !isPackage && file !== COMPOSITION_ROOT && !mayImport(from, to, isType)
  })
  expect(upwards.map(told)).toEqual([])
})

it("the shipped code does not reach into tests, benches, scripts or the demo", () => {
  const astray = everything.filter(({ target, isPackage }) => !isPackage && !layerOf(target))
  expect(astray.map(told)).toEqual([])
})

it("the core neither reads, waits nor listens", () => {
  const impure = everything.filter(
    ({ file, target, isPackage }) =>
      file.startsWith("src/core/") && isPackage && ![...PURE_BUILTINS, ...PURE_PACKAGES].includes(target),
  )
  expect(impure.map(told)).toEqual([])
})

it.each(WITHOUT_MEDUSA)("%s knows nothing of Medusa", (folder) => {
  const seen = everything.filter(({ file, target }) => file.startsWith(`${folder}/`) && target.startsWith("@medusajs/"))
  expect(seen.map(told)).toEqual([])
})

it("what the dashboard bundles runs in a browser", () => {
  const values = everything.filter(({ isType }) => !isType)
  const from = (one: string) => values.filter(({ file }) => file === one)
  const reached = new Set(values.filter(({ file }) => /^(src\/)?admin\//.test(file)).map(({ file }) => file))
  // A set that grows while it is walked through is walked to its end.
  for (const file of reached) for (const { target, isPackage } of from(file)) if (!isPackage) reached.add(target)
  expect(reached).toContain("src/core/segments/rule.ts")
  const ofNode = values.filter(({ file, target }) => reached.has(file) && isBuiltin(target))
  expect(ofNode.map(told)).toEqual([])
})

it("every package that the shipped code imports stands in package.json", () => {
  const declared = new Set([...Object.keys(packageJson.dependencies), ...Object.keys(packageJson.peerDependencies)])
  const missing = everything.filter(
    ({ target, isPackage }) =>
      isPackage && !declared.has(target) && !isBuiltin(target) && !COMES_WITH_MEDUSA.includes(target),
  )
  expect(missing.map(told)).toEqual([])
})

/** The dashboard brings them for every extension and bundles its own copy; a second copy would break its contexts. */
const COMES_WITH_MEDUSA = [
  "@tanstack/react-query",
  "react-router-dom",
  "react-i18next",
  "i18next",
  "react-hook-form",
  "@hookform/resolvers",
]

/** What the server answers the admin knows as types only: they are gone when the dashboard is built. */
function mayImport(from: Layer | undefined, to: Layer | undefined, isType: boolean): boolean {
  if (!from || !to || from === to) return true
  const { mayImport: all, mayImportTypes = [] }: { mayImport: string[]; mayImportTypes?: string[] } = layers[from]
  return all.includes(to) || (isType && mayImportTypes.includes(to))
}

function isBuiltin(name: string): boolean {
  return name.startsWith("node:") || builtinModules.includes(name)
}
