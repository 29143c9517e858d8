import { CheckCircleSolid, ExclamationCircleSolid, InformationCircleSolid, XCircleSolid } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { Checklist } from "../../parts/api/mailings"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { said } from "../../parts/said"

/** Before you send (F33): what is still missing, and for how many people it is. */
export function ChecklistCard({ mailingId, revision }: { mailingId: string; revision: number }) {
  const text = useText()
  const format = useFormat()
  const path = `/mailings/${mailingId}/checklist`
  const checklist = useRead<Checklist>(path, {
    query: { revision },
    refreshMs: (last) => (last?.items.some(({ key, ok }) => key === "test" && ok === null) ? 3_000 : false),
  })
  return (
    <Section
      title={text("newsletters.beforeYouSend")}
      hint={
        typeof checklist.data?.recipients === "number" &&
        text("newsletters.recipients", {
          count: checklist.data.recipients,
          people: format.number(checklist.data.recipients),
        })
      }
    >
      <WhenRead read={checklist}>
        {(data) => (
          <ul className="flex flex-col gap-y-3 px-6 py-4">
            {data.items.map((item) => (
              <ChecklistLine key={item.key} item={item} mailingId={mailingId} />
            ))}
          </ul>
        )}
      </WhenRead>
    </Section>
  )
}

function ChecklistLine({ item, mailingId }: { item: Checklist["items"][number]; mailingId: string }) {
  const text = useText()
  const tick = useChange<void>(`/mailings/${mailingId}/test-looked-at`)
  return (
    <li className="flex items-start gap-x-3">
      <span className="mt-0.5 shrink-0">{markOf(item)}</span>
      <div className="min-w-0">
        <Text size="small">{said(item.sentence)}</Text>
        {item.ok !== true && item.way_out && (
          <Text size="small" className="text-ui-fg-subtle">
            {said(item.way_out)}
          </Text>
        )}
        {(item.can_be_ticked || item.message_id) && (
          <div className="mt-1 flex flex-wrap items-center gap-3">
            {item.can_be_ticked && (
              <ActionButton needs="edit" isLoading={tick.isPending} onClick={() => tick.mutate()}>
                {text("newsletters.testLookedAt")}
              </ActionButton>
            )}
            {item.message_id && (
              <Link to={`/mailroom/outbox/${item.message_id}`} className="text-ui-fg-interactive txt-compact-small">
                {text("newsletters.showTest")}
              </Link>
            )}
          </div>
        )}
      </div>
    </li>
  )
}

function markOf({ ok, severity }: Checklist["items"][number]) {
  if (ok === true) return <CheckCircleSolid className="text-ui-tag-green-icon" />
  if (ok === null || severity === "info") return <InformationCircleSolid className="text-ui-fg-muted" />
  if (severity === "blocks") return <XCircleSolid className="text-ui-tag-red-icon" />
  return <ExclamationCircleSolid className="text-ui-tag-orange-icon" />
}
