import { Alert, Text } from "@medusajs/ui"
import type { Asked } from "../../parts/api/content"
import type { Preflight } from "../../parts/api/before-send"
import { ActionButton } from "../../parts/action-button"
import { said } from "../../parts/said"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { PreflightFindings } from "./preflight-findings"
import type { Draft } from "./use-draft"

export type AskedFor = Omit<Asked, "content"> & { content: object }

/** Of a variant by its letter; null: the mailing itself. */
export type AskedOf = (variant: string | null) => AskedFor

type Props = { mailingId: string; draft: Draft; asked: AskedOf }

/** The mails of all recipients, made before the release: how far it is, and what is wrong with whose (F55). */
export function PreflightCard({ mailingId, draft, asked }: Props) {
  const path = `/mailings/${mailingId}/preflight`
  const text = useText()
  const read = useRead<{ preflight: Preflight | null }>(path, {
    query: { revision: draft.revision },
    refreshMs: (last) => last?.preflight?.state === "running" && 1_000,
  })
  const isRunning = read.data?.preflight?.state === "running"
  const start = useChange<void>(path)
  const cancel = useChange<void>(`${path}/cancel`, { done: text("preflight.cancelled") })
  const preflight = read.data?.preflight

  async function check() {
    if (await draft.save()) start.mutate()
  }

  return (
    <Section
      title={text("preflight.title")}
      hint={text("preflight.hint")}
      actions={
        isRunning ? (
          <ActionButton needs="edit" isLoading={cancel.isPending} onClick={() => cancel.mutate()}>
            {text("preflight.cancel")}
          </ActionButton>
        ) : (
          <ActionButton needs="edit" isLoading={start.isPending} onClick={() => void check()}>
            {text(preflight ? "preflight.again" : "preflight.check")}
          </ActionButton>
        )
      }
    >
      <WhenRead read={read}>
        {({ preflight: found }) => found && <Found mailingId={mailingId} preflight={found} asked={asked} />}
      </WhenRead>
    </Section>
  )
}

function Found({ mailingId, preflight, asked }: { mailingId: string; preflight: Preflight; asked: AskedOf }) {
  const text = useText()
  const format = useFormat()
  const { state, is_old, problem, total, done, affected, findings, began_at, finished_at } = preflight
  return (
    <>
      <div className="flex flex-col gap-y-3 px-6 py-4" data-preflight={state}>
        {is_old && state !== "running" && (
          <Alert variant="warning">
            {text("preflight.old", { at: format.dateTime(finished_at ?? began_at ?? "") })}
          </Alert>
        )}
        {state === "failed" && (
          <Alert variant="error">
            {text("preflight.failed")} {said(problem ?? "")}
          </Alert>
        )}
        {state === "running" && <Running preflight={preflight} />}
        {state === "running" && problem && <Alert variant="warning">{said(problem)}</Alert>}
        {state === "cancelled" && (
          <Text size="small">{text("preflight.stoppedAt", { count: done, done: format.number(done) })}</Text>
        )}
        {state === "done" && <Text size="small">{sumOf()}</Text>}
        {state === "done" && finished_at && !is_old && (
          <Text size="small" className="text-ui-fg-subtle">
            {text("preflight.checkedAt", { at: format.dateTime(finished_at) })}
          </Text>
        )}
      </div>
      <PreflightFindings mailingId={mailingId} findings={findings} asked={asked} done={done} />
    </>
  )

  function sumOf(): string {
    if (!total) return text("preflight.nobody")
    const count = total
    return affected === 0
      ? text("preflight.allFine", { count, total: format.number(total) })
      : text("preflight.affected", { count, affected: format.number(affected), total: format.number(total) })
  }
}

function Running({ preflight: { total, done, began_at } }: { preflight: Preflight }) {
  const text = useText()
  const format = useFormat()
  const share = total ? done / total : 0
  const seconds = began_at ? (Date.now() - new Date(began_at).getTime()) / 1000 : 0
  // Less than this says nothing about the rest.
  const left = total && done > 0 && seconds > 2 ? Math.ceil((seconds / done) * (total - done)) : null
  return (
    <div className="flex flex-col gap-y-2">
      <div
        role="progressbar"
        aria-label={text("preflight.title")}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={total === null ? undefined : Math.round(share * 100)}
        className="bg-ui-bg-switch-off h-2.5 w-full overflow-hidden rounded-full"
      >
        <div
          className="bg-ui-tag-blue-icon h-full rounded-full transition-[width] duration-500"
          style={{ width: `${share * 100}%` }}
        />
      </div>
      <div className="text-ui-fg-subtle txt-small flex flex-wrap justify-between gap-x-4">
        <span>
          {total === null
            ? text("preflight.finding")
            : text("preflight.progress", { count: total, done: format.number(done), total: format.number(total) })}
        </span>
        {left !== null && <span>{text("preflight.left", { duration: format.duration(left) })}</span>}
      </div>
    </div>
  )
}
