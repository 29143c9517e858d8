import { ChevronUpDown } from "@medusajs/icons"
import { Button, DropdownMenu } from "@medusajs/ui"
import { memo } from "react"
import { LOCALES } from "../../src/core/templates/contexts"
import { missingTexts } from "../../src/core/templates/edit-document"
import { useText } from "../parts/use-text"
import { useContent, useMailEditor } from "./editor-context"
import { languageName } from "./language-name"

/** Beyond the five that the built-ins speak; a letter may be translated into any. */
const OTHERS = ["nl", "pt", "pl", "da", "sv", "nb", "fi", "cs", "hu", "ro", "el", "tr", "uk", "ar", "he", "ja", "zh"]
const ORIGINAL = "original"

/** Which language is written: the original, or a translation of it with what it still lacks. */
export const LanguageMenu = memo(function LanguageMenu() {
  const text = useText()
  const { locale, ownLocale } = useMailEditor()
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <Button
          size="small"
          variant="secondary"
          aria-label={text("common.language")}
          data-editing-locale={locale ?? ownLocale}
        >
          {languageName(locale ?? ownLocale)}
          <ChevronUpDown className="text-ui-fg-muted" />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className="max-h-96 overflow-y-auto" align="end">
        <Languages />
      </DropdownMenu.Content>
    </DropdownMenu>
  )
})

/** Only while the menu is open: to count what five languages lack takes longer than a keystroke may. */
function Languages() {
  const text = useText()
  const { locale, setLocale, ownLocale } = useMailEditor()
  const { content } = useContent()
  const begun = Object.keys(content.document.translations)
  const offered = [...new Set([...LOCALES, ...begun])].filter((one) => one !== ownLocale)
  const others = OTHERS.filter((one) => one !== ownLocale && !offered.includes(one))
  return (
    <>
      <DropdownMenu.RadioGroup
        value={locale ?? ORIGINAL}
        onValueChange={(next) => setLocale(next === ORIGINAL ? null : next)}
      >
        <DropdownMenu.RadioItem value={ORIGINAL}>
          {text("editor.translation.original", { language: languageName(ownLocale) })}
        </DropdownMenu.RadioItem>
        {offered.map((one) => (
          <DropdownMenu.RadioItem key={one} value={one}>
            <span className="flex w-full items-center justify-between gap-x-6">
              {languageName(one)}
              <span className="text-ui-fg-muted txt-compact-xsmall">
                {begun.includes(one)
                  ? text("editor.translation.missing", { count: missingTexts(content, one, ownLocale) })
                  : text("editor.translation.notBegun")}
              </span>
            </span>
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
      <DropdownMenu.Separator />
      <DropdownMenu.SubMenu>
        <DropdownMenu.SubMenuTrigger>{text("editor.translation.other")}</DropdownMenu.SubMenuTrigger>
        <DropdownMenu.SubMenuContent className="max-h-80 overflow-y-auto">
          {others.map((one) => (
            <DropdownMenu.Item key={one} onSelect={() => setLocale(one)}>
              {languageName(one)}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.SubMenuContent>
      </DropdownMenu.SubMenu>
    </>
  )
}
