import { Liquid, type Template } from "liquidjs"
import { escapeHtml } from "../core/templates/escape"
import { textOf } from "../core/templates/text-of"
import { renderSynchronously } from "./synchronous-render"
import { registerMailFilters } from "./mail-filters"
import { registerMailTags } from "./mail-tags"

/** Tags that read files, print unescaped, or have no use in a mail. */
const REFUSED_TAGS = [
  "include",
  "render",
  "layout",
  "block",
  "liquid",
  "echo",
  "raw",
  "tablerow",
  "cycle",
  "increment",
  "decrement",
]
const REFUSED_FILTERS = ["raw", "json", "jsonify", "inspect", "to_integer"]

/** Characters of a template; memory in liquidjs' own units (characters and array places). Steps: step-limit.ts. */
const LIMITS = { parseLimit: 1_000_000, memoryLimit: 5_000_000 }

/** For HTML: whatever a template prints is escaped unless it comes out of one of our own place-aware filters. */
export const htmlEngine = createEngine((value) => escapeHtml(textOf(value)))

/** For subject, preheader and plain text: nothing to escape, line breaks are the caller's affair. */
export const textEngine = createEngine(undefined)

function createEngine(outputEscape: ((value: unknown) => string) | undefined): Liquid {
  const liquid = new Liquid({
    outputEscape,
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: false,
    dynamicPartials: false,
    relativeReference: false,
    templates: {},
    ...LIMITS,
  })
  for (const tag of REFUSED_TAGS) delete liquid.tags[tag]
  for (const filter of REFUSED_FILTERS) liquid.unregisterFilter(filter)
  registerMailTags(liquid)
  registerMailFilters(liquid, { isHtml: outputEscape !== undefined })
  renderSynchronously(liquid)
  return liquid
}

export type ParsedTemplate = Template[]
