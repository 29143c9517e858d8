import type { BuiltinContent } from "../templates/template"

/** Picks the language: the English words, the German ones. */
export type Say = (en: string, de: string) => string

/** What a newsletter begins with: blocks with words that only want to be replaced. */
export type NewsletterLayout = { key: string; name: { en: string; de: string }; content: (say: Say) => BuiltinContent }
