import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import path from "node:path"
import ts from "typescript"
import layers from "./layers.json"

export type Layer = keyof typeof layers
/** One `import`, `export … from`, `require` or `import()`. `target` is a file of this repo, relative to its root, or a package's name. */
export type Import = {
  file: string
  line: number
  specifier: string
  target: string
  isPackage: boolean
  isType: boolean
}

export const root = path.join(__dirname, "../..")

/** Every import of every shipped source file; specs are no part of the house and may look anywhere. */
export function importsOf(folder: string): Import[] {
  return sourceFiles(path.join(root, folder)).flatMap((file) => importsIn(file))
}

/** The layer in which a file lies, by its path from the root. */
export function layerOf(file: string): Layer | undefined {
  return (Object.keys(layers) as Layer[]).find((layer) => file.startsWith(`${layers[layer].folder}/`))
}

/** Every shipped source file below a folder. */
export function sourceFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file))
    .map((file) => path.join(folder, file))
    .filter((file) => statSync(file).isFile())
}

function importsIn(file: string): Import[] {
  const text = readFileSync(file, "utf8")
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName, pos }) => ({
    file: slashed(path.relative(root, file)),
    line: text.slice(0, pos).split("\n").length,
    specifier: fileName,
    isPackage: !fileName.startsWith("."),
    target: fileName.startsWith(".") ? resolved(file, fileName) : packageOf(fileName),
    isType: /^\s*(import|export) type\b/.test(statementBefore(text, pos)),
  }))
}

/** From the beginning of the statement that ends with a module's name. */
function statementBefore(text: string, end: number): string {
  const start = Math.max(...["import", "export"].map((word) => text.lastIndexOf(`\n${word} `, end)))
  return text.slice(start + 1, end)
}

function resolved(file: string, specifier: string): string {
  const base = path.resolve(path.dirname(file), specifier)
  const found = ["", ".ts", ".tsx", ".json", "/index.ts", "/index.tsx"]
    .map((ending) => base + ending)
    .find((candidate) => existsSync(candidate) && statSync(candidate).isFile())
  return slashed(path.relative(root, found ?? base))
}

/** `@medusajs/framework/utils` → `@medusajs/framework`, `node:fs/promises` → `node:fs`. */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/")
}

function slashed(file: string): string {
  return file.split(path.sep).join("/")
}
