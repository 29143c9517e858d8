import { CheckCircleSolid, ExclamationCircleSolid, InformationCircleSolid, XCircleSolid } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import type { Checklist } from "../../parts/api/mailings"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { said } from "../../parts/said"

/** Before you send (F33): what is still missing, and for how many people it is. */
export function ChecklistCard({ mailingId, revision }: { mailingId: string; revision: number }) {
  const text = useText()
  const format = useFormat()
  const checklist = useRead<Checklist>(`/mailings/${mailingId}/checklist`, { query: { revision } })
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
              <ChecklistLine key={item.key} item={item} />
            ))}
          </ul>
        )}
      </WhenRead>
    </Section>
  )
}

function ChecklistLine({ item }: { item: Checklist["items"][number] }) {
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
