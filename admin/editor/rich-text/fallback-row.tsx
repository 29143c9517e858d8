import { Input } from "@medusajs/ui"
import { useId } from "react"
import { useText } from "../../parts/use-text"
import { useLabelOfTag } from "../use-catalogue"

type Props = { tag: string; fallback: string; onChange: (fallback: string) => void }

/** "Dear {{ first name }}" to somebody whose name nobody knows. */
export function FallbackRow({ tag, fallback, onChange }: Props) {
  const text = useText()
  const id = useId()
  const labelOf = useLabelOfTag()
  return (
    <div className="border-ui-border-base flex items-center gap-x-2 border-t px-2 py-1.5">
      <label htmlFor={id} className="txt-compact-small text-ui-fg-subtle shrink-0">
        {text("editor.rich.ifEmpty", { name: labelOf(tag) })}
      </label>
      <div className="flex-1">
        <Input
          id={id}
          size="small"
          placeholder={text("editor.rich.nothing")}
          value={fallback}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    </div>
  )
}
