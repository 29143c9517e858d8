import { Alert } from "@medusajs/ui"
import type { MailingSpam } from "../../parts/api/before-send"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

/** Of a mailing that has started: why nobody got it, or who sent it although it looked like spam. */
export function SpamNote({ mailingId }: { mailingId: string }) {
  const text = useText()
  const format = useFormat()
  const { data } = useRead<{ spam: MailingSpam }>(`/mailings/${mailingId}/spam`)
  const { hold, override, override_by: by } = data?.spam ?? {}
  if (hold)
    return (
      <Alert variant="error" data-spam-held>
        {text("spam.held", { points: hold.points })}{" "}
        {hold.signs.map(({ no, key }) => text("spam.sign", { no, name: text(`spam.signs.${key}`) })).join(" · ")}
      </Alert>
    )
  if (!override) return null
  return (
    <Alert variant="warning" data-spam-override>
      {text("spam.overridden", { reason: override.reason })}{" "}
      {text("spam.overriddenAt", { points: override.points, at: format.dateTime(override.at) })}
      {by && ` (${by})`}
    </Alert>
  )
}
