import { Button, Tooltip } from "@medusajs/ui"
import type { ComponentProps } from "react"
import type { Rights } from "./api/settings"
import { useRights } from "./use-rights"
import { useText } from "./use-text"

type Props = ComponentProps<typeof Button> & { needs: keyof Rights; whyDisabled?: string | null }

/** A button that says why it cannot be pressed: a missing right, or the state of the thing. */
export function ActionButton({ needs, whyDisabled, disabled, ...button }: Props) {
  const text = useText()
  const rights = useRights()
  const why = rights[needs] ? whyDisabled : text(`rights.missing.${needs}`)
  const element = <Button size="small" variant="secondary" {...button} disabled={disabled || Boolean(why)} />
  if (!why) return element
  return (
    <Tooltip content={why}>
      <span tabIndex={0} className="inline-flex">
        {element}
      </span>
    </Tooltip>
  )
}
