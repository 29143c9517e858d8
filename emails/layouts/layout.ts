import type { BuiltinLocale } from "../../src/core/templates/contexts"
import type { BuiltinContent } from "../templates/template"

/** Picks the language. One that is missing does not compile. */
export type Say = (words: Record<BuiltinLocale, string>) => string

/** What a newsletter begins with: blocks with words that only want to be replaced. Its name is shown in the admin. */
export type NewsletterLayout = { key: string; name: { en: string; de: string }; content: (say: Say) => BuiltinContent }
