const WORDS: Record<string, string> = { en: "Copy", de: "Kopie", fr: "Copie", es: "Copia", it: "Copia" }

/**
 * What an observer gets is not addressed to them: the subject says so, or they would wonder how they came to subscribe, and
 * an inbox would file it with the real ones. `variant`: the letter of an A/B test.
 */
export function markedAsCopy(subject: string, locale: string, variant: string | null = null): string {
  const word = WORDS[locale.toLowerCase().split(/[-_]/)[0]!] ?? WORDS.en
  return `[${variant === null ? word : `${word} ${variant}`}] ${subject}`
}
