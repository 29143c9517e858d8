const WORDS: Record<string, string> = { en: "Copy", de: "Kopie", fr: "Copie", es: "Copia", it: "Copia" }

/**
 * What an observer gets is not addressed to them: the subject says so, or they would wonder how they came to subscribe, and
 * an inbox would file it with the real ones.
 */
export function markedAsCopy(subject: string, locale: string): string {
  return `[${WORDS[locale.toLowerCase().split(/[-_]/)[0]!] ?? WORDS.en}] ${subject}`
}
