import { Input, StatusBadge, Text } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { contentSpamScore } from "../../../src/core/mailings/spam-verdict"
import { LIKELY_SPAM, LOOKS_LIKE_SPAM, type SpamScore } from "../../../src/core/mailings/spam-signs"
import { contentSchema } from "../../../src/core/templates/document"
import { ActionButton } from "../../parts/action-button"
import type { MailingSpam } from "../../parts/api/before-send"
import { Field } from "../../parts/field"
import { FormDrawer } from "../../parts/form-drawer"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import type { Draft } from "./use-draft"

type Props = { mailingId: string; draft: Draft; content: object; shopLocale: string }

const NOTHING: SpamScore = { points: 0, signs: [] }

/** The counter of F40: counted here while somebody types, by the rules that decide at the start. */
export function SpamCard({ mailingId, draft, content, shopLocale }: Props) {
  const text = useText()
  const { points, signs } = useSpamScore(content, shopLocale)
  return (
    <Section
      title={text("spam.title")}
      hint={text("spam.hint", { limit: LIKELY_SPAM })}
      actions={
        <Text size="small" weight="plus" className={toneOf(points)} data-spam-points={points}>
          {text("spam.points", { count: points, points, limit: LIKELY_SPAM })}
        </Text>
      }
    >
      {signs.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {text("spam.none")}
        </Text>
      ) : (
        <ul className="flex flex-col gap-y-2 px-6 py-4">
          {signs.map(({ no, key, points: own }) => (
            <li key={key} className="flex items-baseline justify-between gap-x-4" data-spam-sign={key}>
              <Text size="small">{text("spam.sign", { no, name: text(`spam.signs.${key}`) })}</Text>
              <Text size="small" className="text-ui-fg-subtle shrink-0">
                {text("spam.weight", { count: own, points: own })}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {points >= LIKELY_SPAM && <Override mailingId={mailingId} draft={draft} points={points} />}
    </Section>
  )
}

/** Beside the name of the letter, where it is seen while the subject is typed. */
export function SpamCount({ content, shopLocale }: Pick<Props, "content" | "shopLocale">) {
  const text = useText()
  const { points } = useSpamScore(content, shopLocale)
  if (points === 0) return null
  return (
    <StatusBadge color={points >= LIKELY_SPAM ? "red" : points >= LOOKS_LIKE_SPAM ? "orange" : "grey"}>
      {text("spam.count", { count: points, points })}
    </StatusBadge>
  )
}

function useSpamScore(content: object, shopLocale: string): SpamScore {
  return useMemo(() => {
    const parsed = contentSchema.safeParse(content)
    return parsed.success ? contentSpamScore(parsed.data, shopLocale) : NOTHING
  }, [content, shopLocale])
}

function toneOf(points: number): string {
  if (points >= LIKELY_SPAM) return "text-ui-fg-error"
  return points >= LOOKS_LIKE_SPAM ? "text-ui-tag-orange-text" : "text-ui-fg-subtle"
}

/** Somebody with the right to send takes it upon themselves, with a reason that stays. */
function Override({ mailingId, draft, points }: { mailingId: string; draft: Draft; points: number }) {
  const text = useText()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const read = useRead<{ spam: MailingSpam }>(`/mailings/${mailingId}/spam`, { query: { revision: draft.revision } })
  const takeBack = useChange<{ reason: null }>(`/mailings/${mailingId}/spam-override`)
  const override = read.data?.spam.override
  const holds = override && override.points >= points
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
      <div className="min-w-0 flex-1">
        <Text size="small" weight="plus" className={holds ? "" : "text-ui-fg-error"}>
          {holds ? text("spam.overridden", { reason: override.reason }) : text("spam.likely")}
        </Text>
        {holds && (
          <Text size="small" className="text-ui-fg-subtle">
            {text("spam.overriddenAt", { points: override.points, at: format.dateTime(override.at) })}
            {read.data?.spam.override_by && ` (${read.data.spam.override_by})`}
          </Text>
        )}
      </div>
      {holds ? (
        <ActionButton needs="send" isLoading={takeBack.isPending} onClick={() => takeBack.mutate({ reason: null })}>
          {text("spam.takeBack")}
        </ActionButton>
      ) : (
        <ActionButton needs="send" onClick={() => setOpen(true)}>
          {text("spam.override")}
        </ActionButton>
      )}
      {isOpen && <OverrideForm mailingId={mailingId} draft={draft} onClose={() => setOpen(false)} />}
    </div>
  )
}

type FormProps = { mailingId: string; draft: Draft; onClose: () => void }

function OverrideForm({ mailingId, draft, onClose }: FormProps) {
  const text = useText()
  const [reason, setReason] = useState("")
  const [refusal, setRefusal] = useState<string | null>(null)
  const override = useChange<{ reason: string }>(`/mailings/${mailingId}/spam-override`, {
    done: text("common.saved"),
    onDone: onClose,
    onRefused: setRefusal,
  })

  /** What is counted is what was saved. */
  async function save() {
    if (!(await draft.save())) return setRefusal(text("common.saveFirst"))
    override.mutate({ reason })
  }

  return (
    <FormDrawer
      title={text("spam.overrideTitle")}
      description={text("spam.overrideHint")}
      refusal={refusal}
      isReady={reason.trim().length >= 3}
      isLoading={override.isPending}
      label={text("spam.override")}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Field label={text("spam.reason")}>
        {(id) => (
          <Input
            id={id}
            autoFocus
            maxLength={500}
            placeholder={text("spam.reasonPlaceholder")}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </FormDrawer>
  )
}
