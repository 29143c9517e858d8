import { DropdownMenu, Text } from "@medusajs/ui"
import { useText } from "../parts/use-text"
import { useMailEditor } from "./editor-context"
import { useSaid } from "./use-said"
import { useFocusAfterPick } from "./use-focus-after-pick"

type Props = { onPick: (tag: string) => void; types?: string[] }

/** Every variable that exists for this mail, by its name and with an example. */
export function TagPicker({ onPick, types }: Props) {
  const text = useText()
  const said = useSaid()
  const { catalogue } = useMailEditor()
  const { picked, onCloseAutoFocus } = useFocusAfterPick()
  const tags = types ? catalogue.tags.filter((one) => types.includes(one.type)) : catalogue.tags
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          title={text("editor.tags.insert")}
          aria-label={text("editor.tags.insert")}
          className="text-ui-fg-subtle hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex h-7 shrink-0 items-center rounded px-1.5 font-mono text-xs outline-none"
        >
          {"{ }"}
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className="max-h-80 w-72 overflow-y-auto" align="end" onCloseAutoFocus={onCloseAutoFocus}>
        {tags.map((one) => (
          <DropdownMenu.Item
            key={one.tag}
            onSelect={() => {
              picked()
              onPick(one.tag)
            }}
            className="flex flex-col items-start gap-y-0"
          >
            <Text size="small" leading="compact">
              {said(one.label)}
            </Text>
            {one.sample && (
              <Text size="xsmall" className="text-ui-fg-muted max-w-full truncate">
                {one.sample}
              </Text>
            )}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
