import { readFileSync } from "node:fs"
import path from "node:path"
import ts from "typescript"
import { root, sourceFiles } from "./imports"

/** A sentence of the server as it stands in the source, its values as {0}, {1} …, and where. */
export type Sentence = { text: string; where: string }

/** What is written for shoppers, mails, logs and developers, is worded by its key in the admin, or is in both languages. */
const NOT_FOR_SCREENS = [
  "src/core/automations/builtins.ts",
  "src/core/automations/recipes/",
  "src/core/contacts/import-presets.ts",
  "src/core/contacts/proof-letter.ts",
  "src/core/messages/status-of-reason.ts",
  "src/core/messages/why-not.ts",
  "src/core/segments/segment-sentence.ts",
  "src/core/segments/compile.ts",
  "src/core/segments/compile-mail.ts",
  "src/core/settings/script-arguments.ts",
  "src/core/templates/facts.ts",
  "src/core/templates/samples.ts",
  "src/core/templates/tag-catalogue.ts",
  "src/core/tracking/tokens.ts",
  "src/modules/mailroom/index.ts",
  "src/modules/mailroom/service.ts",
  "src/modules/mailroom/services/communications.ts",
  "src/modules/mailroom/services/consent.ts",
  "src/modules/mailroom/services/shop-words.ts",
  "src/modules/mailroom/services/subscriptions.ts",
  "src/modules/mailroom/services/triggers.ts",
  "src/runtime/metrics.ts",
]
const FOLDERS = ["src/core", "src/modules/mailroom", "src/api/admin", "src/runtime", "src/rendering", "src/transports"]
/** Written by the server to be copied into a mail to a customer. */
const READY_TEXTS = /^(We |.* is on its way to you\.)/
/** Pieces of which other sentences are made; those are worded as a whole. */
const PIECES = [
  "{0} it.",
  "{0} was delivered{1}.",
  '{0}" must be an object of fields, not {1}.',
  "{0} ({1}): {2}.",
  'The event\'s payload has no "{0}".',
  "{0} {1} declares no right.",
  "{0} Nobody would be told.",
  '{0} Nobody would be told: no address in "to" was found for these lines.',
  "{0} mail{1} would go to {2}.",
  // A line of the log.
  "Mailroom: the mail server has a problem ({0}: {1}); {2}.",
]

export function sentencesOfServer(): Sentence[] {
  return FOLDERS.flatMap((folder) => sourceFiles(path.join(root, folder)))
    .filter((file) => !NOT_FOR_SCREENS.some((one) => path.relative(root, file).startsWith(one)))
    .flatMap(sentencesIn)
    .filter(({ text }) => isSentence(text) && !READY_TEXTS.test(text) && !PIECES.includes(text))
}

/** The reasons with which effects end, as the runners name them: `why: "no_phone"` and `why: `text_broken: ${…}``. */
export function reasonsOfEffects(): Sentence[] {
  return sourceFiles(path.join(root, "src/runtime/effects")).flatMap((file) => {
    const found = readFileSync(file, "utf8").matchAll(/\bwhy(?: =|:) (?:[^"`\n]*\? )?["`]([a-z]+(?:_[a-z]+)+)/g)
    return [...found].map(([, text]) => ({ text: text!, where: path.relative(root, file) }))
  })
}

function sentencesIn(file: string): Sentence[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true)
  const found: Sentence[] = []
  const visit = (node: ts.Node): void => {
    if (isForDevelopers(node)) return
    const text = textOf(node)
    if (text !== undefined) found.push({ text: text.trim(), where: placeOf(source, node) })
    if (text === undefined || ts.isTemplateExpression(node)) ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Log lines, and errors that say that the code itself is wrong. */
function isForDevelopers(node: ts.Node): boolean {
  if (ts.isCallExpression(node)) return /\blog\.(info|warn|error)$/.test(node.expression.getText())
  if (ts.isNewExpression(node)) return /^(Type|Range)?Error$/.test(node.expression.getText())
  return false
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return node.head.text + node.templateSpans.map(({ literal }, n) => `{${n}}${literal.text}`).join("")
}

/** Begins and ends as sentences do, or says what a field must be. */
function isSentence(text: string): boolean {
  return /^(must |it must )/.test(text) || /^["{]?[A-Z{"].*[a-z"})] .*[a-z"})][.!?]$/s.test(text)
}

function placeOf(source: ts.SourceFile, node: ts.Node): string {
  const { line } = source.getLineAndCharacterOfPosition(node.getStart())
  return `${path.relative(root, source.fileName)}:${line + 1}`
}
