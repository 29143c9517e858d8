/** What stands in for a person's own words where nobody knows them; a shop's name or a link is always known. */
const INSTEAD: Record<string, Record<string, string>> = {
  "contact.firstName": {
    en: "friend",
    de: "liebe Kundin, lieber Kunde",
    fr: "cher client",
    es: "cliente",
    it: "cliente",
  },
  "customer.firstName": {
    en: "friend",
    de: "liebe Kundin, lieber Kunde",
    fr: "cher client",
    es: "cliente",
    it: "cliente",
  },
}

/** The fallback that a tag is put in with; null where it needs none. */
export function fallbackOf(tag: string, locale: string): string | null {
  const words = INSTEAD[tag]
  return words ? (words[locale.toLowerCase().split(/[-_]/)[0]!] ?? words.en!) : null
}

/** The fallback is selected, so that typing replaces it; without one the typing goes on after the tag. */
export function selectFallback(area: HTMLTextAreaElement | null, at: number, liquid: string): void {
  const match = /default: ["'](.*?)["']/.exec(liquid)
  const from = match ? at + match.index + 'default: "'.length : at + liquid.length
  const to = match ? from + match[1]!.length : from
  requestAnimationFrame(() => {
    area?.focus()
    area?.setSelectionRange(from, to)
  })
}
