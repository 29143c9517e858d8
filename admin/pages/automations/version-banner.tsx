import { Alert, Button } from "@medusajs/ui"
import type { AutomationVersionRow } from "../../parts/api/flows"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"

type Props = { version: AutomationVersionRow; onLeave: () => void }

/** Says that this is not the draft, with what this version alone has done. */
export function VersionBanner({ version, onLeave }: Props) {
  const text = useText()
  const format = useFormat()
  return (
    <Alert variant="info">
      <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
        {text("automations.versionLook", {
          number: version.number,
          at: format.dateTime(version.published_at),
          entered: format.number(version.entered),
          people: format.number(version.inside),
        })}
        <Button size="small" variant="secondary" onClick={onLeave}>
          {text("automations.versionLeave")}
        </Button>
      </span>
    </Alert>
  )
}
