import { Button } from "@medusajs/ui"
import { useText } from "./use-text"

export type Width = "desktop" | "phone"

/** Computer or phone: most mails are read on the latter. */
export function WidthSwitch({ value, onChange }: { value: Width; onChange: (width: Width) => void }) {
  const text = useText()
  return (
    <div role="group" aria-label={text("common.preview")} className="flex gap-x-1">
      {(["desktop", "phone"] as const).map((width) => (
        <Button
          key={width}
          size="small"
          type="button"
          variant={value === width ? "secondary" : "transparent"}
          aria-pressed={value === width}
          onClick={() => onChange(width)}
        >
          {text(`common.${width}`)}
        </Button>
      ))}
    </div>
  )
}
