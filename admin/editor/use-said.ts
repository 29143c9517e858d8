import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import type { Tag } from "../parts/api/content"

/** Labels come in the two languages of the admin. */
export function useSaid(): (label: Tag["label"]) => string {
  const { i18n } = useTranslation()
  const language = i18n.language?.startsWith("de") ? "de" : "en"
  return useCallback((label) => label[language], [language])
}
