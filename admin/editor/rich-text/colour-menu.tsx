import { Popover } from "@medusajs/ui"
import { useText } from "../../parts/use-text"
import { useEditorLook } from "../editor-context"

type Props = { colour: string | null; onChoose: (colour: string | null) => void }

const SWATCHES = ["#18181b", "#6b7280", "#b91c1c", "#c2410c", "#15803d", "#1d4ed8", "#7e22ce"]

/** The brand's colour first; a mail with few colours looks like the shop. */
export function ColourMenu({ colour, onChoose }: Props) {
  const text = useText()
  const { primaryColor } = useEditorLook()
  const swatches = [primaryColor, ...SWATCHES.filter((one) => one !== primaryColor)]
  return (
    <Popover>
      <Popover.Trigger asChild>
        <button
          type="button"
          title={text("editor.rich.colour")}
          aria-label={text("editor.rich.colour")}
          className="text-ui-fg-subtle hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex size-7 flex-col items-center justify-center rounded outline-none"
        >
          <span className="text-xs font-medium leading-none">A</span>
          <span className="mt-0.5 h-1 w-3.5 rounded-sm" style={{ background: colour ?? "currentColor" }} />
        </button>
      </Popover.Trigger>
      <Popover.Content className="flex w-56 flex-col gap-y-2 p-3">
        <div className="flex flex-wrap gap-2">
          {swatches.map((one, index) => (
            <Popover.Close key={one} asChild>
              <button
                type="button"
                aria-label={index === 0 ? text("editor.rich.brandColour") : one}
                title={index === 0 ? text("editor.rich.brandColour") : one}
                aria-pressed={colour === one}
                onClick={() => onChoose(one)}
                className="border-ui-border-strong size-6 rounded-full border"
                style={{ background: one }}
              />
            </Popover.Close>
          ))}
          <input
            type="color"
            aria-label={text("editor.rich.otherColour")}
            title={text("editor.rich.otherColour")}
            className="border-ui-border-strong size-6 cursor-pointer rounded-full border bg-transparent"
            value={colour ?? "#18181b"}
            onChange={(event) => onChoose(event.target.value)}
          />
        </div>
        <Popover.Close asChild>
          <button
            type="button"
            className="txt-compact-small text-ui-fg-interactive self-start"
            onClick={() => onChoose(null)}
          >
            {text("editor.rich.noColour")}
          </button>
        </Popover.Close>
      </Popover.Content>
    </Popover>
  )
}
