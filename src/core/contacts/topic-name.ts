/** A topic in the reader's language: de-AT, then de, then as the merchant named it. */
export function topicName(
  topic: { name: string; translations: Record<string, { name?: string }> },
  locale: string,
): string {
  const [language = ""] = locale.split("-")
  return topic.translations[locale]?.name ?? topic.translations[language]?.name ?? topic.name
}
