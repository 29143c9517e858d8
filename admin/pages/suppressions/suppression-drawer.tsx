import { Button, Drawer, Text, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { Suppression } from "../../parts/api/consent"
import { Field } from "../../parts/field"
import { Row } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"

/** One suppression with its proof; lifted with a reason, where the owner may. */
export function SuppressionDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useText()
  const read = useRead<{ suppression: Suppression }>(`/suppressions/${id}`)
  return (
    <Drawer open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{text("stops.facts")}</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col overflow-y-auto px-0">
          <WhenRead read={read}>
            {({ suppression }) => (
              <>
                <Facts suppression={suppression} />
                <Lift suppression={suppression} />
              </>
            )}
          </WhenRead>
        </Drawer.Body>
        <Drawer.Footer>
          <Button size="small" variant="secondary" onClick={onClose}>
            {text("common.close")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

function Facts({ suppression: one }: { suppression: Suppression }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  const { note, code, messageId, addresses } = one.evidence
  return (
    <>
      <Row label={text("stops.who")}>
        {one.contact_id ? (
          <Link className="text-ui-fg-interactive" to={`/mailroom/contacts/${one.contact_id}`}>
            {one.email ?? text("stops.hashOnly")}
          </Link>
        ) : one.domain ? (
          `@${one.domain}`
        ) : (
          (one.email ?? text("stops.hashOnly"))
        )}
      </Row>
      <Row label={text("stops.reason")}>{word("words.suppression", one.reason)}</Row>
      <Row label={text("stops.scope")}>{one.topic_name ?? text(`stops.scopes.${one.scope}`)}</Row>
      <Row label={text("stops.source")}>{word("stops.sources", one.source)}</Row>
      {typeof note === "string" && <Row label={text("stops.note")}>{note}</Row>}
      {typeof code === "string" && <Row label={text("stops.code")}>{code}</Row>}
      {typeof addresses === "number" && <Row label={text("stops.addresses")}>{format.number(addresses)}</Row>}
      {typeof messageId === "string" && (
        <Row label={text("stops.mail")}>
          <Link className="text-ui-fg-interactive" to={`/mailroom/outbox/${messageId}`}>
            {text("stops.mail")}
          </Link>
        </Row>
      )}
      <Row label={text("stops.since")}>{format.dateTime(one.created_at)}</Row>
      <Row label={text("stops.until")}>{one.expires_at ? format.dateTime(one.expires_at) : text("stops.always")}</Row>
      {one.lifted_at && (
        <Row label={text("stops.lifted")}>
          {text("stops.liftedBecause", {
            at: format.dateTime(one.lifted_at),
            by: one.lifted_by ?? "–",
            reason: one.lift_reason ?? "–",
          })}
        </Row>
      )}
    </>
  )
}

function Lift({ suppression }: { suppression: Suppression }) {
  const text = useText()
  const word = useWord()
  const [reason, setReason] = useState("")
  const [problem, setProblem] = useState<string | null>(null)
  const lift = useChange<{ reason: string }>(`/suppressions/${suppression.id}/lift`, {
    done: text("stops.liftedToast"),
    onRefused: setProblem,
  })
  if (!suppression.is_active) return null
  if (!suppression.can_lift)
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {word("stops.cannotLift", suppression.reason)}
      </Text>
    )
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Field label={text("stops.liftReason")} hint={text("stops.liftReasonHint")} error={problem}>
        {(id) => <Textarea id={id} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <div>
        <ActionButton
          needs="edit"
          disabled={reason.trim().length < 3}
          isLoading={lift.isPending}
          onClick={() => lift.mutate({ reason })}
        >
          {text("stops.lift")}
        </ActionButton>
      </div>
    </div>
  )
}
