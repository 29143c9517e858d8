import { BUILTIN_TEMPLATES } from "../../emails/builtins"
import { textsOf } from "../../emails/texts/texts"
import { colorsOf, type Look } from "../../emails/theme"
import type { Brand, BuiltinKey, CompiledTemplate } from "../core/templates/contexts"
import { directionOf } from "../core/templates/direction"
import { compilePage } from "./compile-page"

/** A built-in of `emails/templates` in one language and one brand. */
export async function compileBuiltin(key: BuiltinKey, locale: string, brand: Brand): Promise<CompiledTemplate> {
  return compilePage(BUILTIN_TEMPLATES[key](lookOf(locale, brand)))
}

export function lookOf(locale: string, brand: Brand): Look {
  return { texts: textsOf(locale), brand, locale, direction: directionOf(locale), colors: colorsOf(brand) }
}
