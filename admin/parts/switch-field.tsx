import { Label, Switch } from "@medusajs/ui"
import { useId, type ReactNode } from "react"

type Props = {
  label: ReactNode
  hint?: ReactNode
  isOn: boolean
  disabled?: boolean
  onChange: (isOn: boolean) => void
}

/** A switch with its name beside it and one sentence what it does. */
export function SwitchField({ label, hint, isOn, disabled, onChange }: Props) {
  const id = useId()
  return (
    <div className="flex items-start gap-x-3">
      <Switch
        id={id}
        size="small"
        className="mt-0.5 shrink-0"
        checked={isOn}
        disabled={disabled}
        onCheckedChange={onChange}
      />
      <div className="flex flex-col gap-y-0.5">
        <Label htmlFor={id} size="small" weight="plus">
          {label}
        </Label>
        {hint && <p className="txt-small text-ui-fg-subtle">{hint}</p>}
      </div>
    </div>
  )
}
