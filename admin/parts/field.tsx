import { Hint, Label } from "@medusajs/ui"
import { useId, type ReactNode } from "react"

type Props = {
  label: ReactNode
  hint?: ReactNode
  error?: string | null
  optional?: string
  children: (id: string) => ReactNode
}

/** A labelled input with its hint or its mistake below. */
export function Field({ label, hint, error, optional, children }: Props) {
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <div className="flex items-center gap-x-1">
        <Label htmlFor={id} size="small" weight="plus">
          {label}
        </Label>
        {optional && <span className="txt-compact-small text-ui-fg-muted">({optional})</span>}
      </div>
      {children(id)}
      {error ? <Hint variant="error">{error}</Hint> : hint ? <Hint>{hint}</Hint> : null}
    </div>
  )
}
