import type { BuiltinLocale, Brand } from "../src/core/templates/contexts"
import { readableOn, safeColor } from "../src/core/templates/colors"
import { FONTS } from "../src/core/templates/fonts"
import type { Texts } from "./texts/texts"

/** What every block is given: nothing of the recipient, whose data comes as Liquid. */
export type Look = {
  texts: Texts
  brand: Brand
  locale: string
  direction: "ltr" | "rtl"
  colors: Colors
}

export type Colors = {
  page: string
  card: string
  ink: string
  faint: string
  line: string
  soft: string
  primary: string
  onPrimary: string
}

/** The brand's, or the system's own. */
export function fontOf({ brand }: Look): string {
  return FONTS[brand.font ?? "system"]
}

/** In Outlook on Windows, which takes Times where it does not know the first font of a list. */
export function outlookFontOf({ brand: { font } }: Look): string {
  return !font || font === "system" ? "Arial, sans-serif" : FONTS[font]
}

export const WIDTH = 600

export function colorsOf(brand: Brand): Colors {
  const primary = safeColor(brand.primaryColor, "#1f2937")
  return {
    page: safeColor(brand.backgroundColor, "#f4f4f5"),
    card: "#ffffff",
    ink: "#18181b",
    faint: "#6b7280",
    line: "#e4e4e7",
    soft: "#f7f7f8",
    primary,
    onPrimary: readableOn(primary),
  }
}

/** Room before and after in reading direction; the logical properties are unknown to Outlook. */
export function sidePadding({ direction }: Look, { start = 0, end = 0 }: { start?: number; end?: number }) {
  return direction === "rtl" ? { paddingLeft: end, paddingRight: start } : { paddingLeft: start, paddingRight: end }
}

export const startOf = ({ direction }: Look): "left" | "right" => (direction === "rtl" ? "right" : "left")
export const endOf = ({ direction }: Look): "left" | "right" => (direction === "rtl" ? "left" : "right")

/** The built-ins speak five languages; a mail in another one borrows the nearest. */
export type TextLocale = BuiltinLocale
