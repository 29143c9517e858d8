import { Text, usePrompt } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { DoubtVerdict } from "../../../src/core/messages/doubt"
import { ActionButton } from "../../parts/action-button"
import type { Doubt, Doubts, DoubtsSettled } from "../../parts/api/outbox"
import { saidName } from "../../parts/said"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"

type Props = { sourceId?: string }

/** Mails that a server may have taken, to be settled by the many; nothing where there is none. */
export function DoubtsCard({ sourceId }: Props) {
  const text = useText()
  const read = useRead<Doubts>("/outbox/doubts", { query: { source_id: sourceId } })
  if (!read.data || read.data.doubts.length === 0) return null
  const { doubts, as_of } = read.data
  return (
    <Section title={text("outbox.doubts.title")} hint={text("outbox.doubts.hint")}>
      <ul className="divide-y">
        {doubts.map((doubt) => (
          <DoubtLine key={`${doubt.source_id} ${doubt.type}`} doubt={doubt} asOf={as_of} isAlone={Boolean(sourceId)} />
        ))}
      </ul>
    </Section>
  )
}

function DoubtLine({ doubt, asOf, isAlone }: { doubt: Doubt; asOf: string; isAlone: boolean }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  const { count, is_mailing, last_at, source_id, source_name, type } = doubt
  const people = text("outbox.doubts.mails", { count, mails: format.number(count) })
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 px-6 py-3">
      <div className="min-w-0">
        <Text size="small" weight="plus">
          {people}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {[
            word("words.kind", type),
            !isAlone && source_name && saidName(source_name, type),
            text("outbox.doubts.last", { at: format.dateTime(last_at) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      </div>
      <div className="flex items-center gap-2">
        <Verdict doubt={doubt} asOf={asOf} verdict="arrived" />
        {!is_mailing && <Verdict doubt={doubt} asOf={asOf} verdict="send_again" />}
        {is_mailing && !isAlone && (
          <Link to={`/mailroom/newsletters/${source_id}`} className="text-ui-fg-interactive txt-compact-small">
            {text("outbox.doubts.toMailing")}
          </Link>
        )}
      </div>
    </li>
  )
}

/** Asked once more: neither can be taken back. */
function Verdict({ doubt, asOf, verdict }: { doubt: Doubt; asOf: string; verdict: DoubtVerdict }) {
  const text = useText()
  const format = useFormat()
  const prompt = usePrompt()
  const mails = format.number(doubt.count)
  const settle = useChange<object, DoubtsSettled>("/outbox/doubts", {
    done: ({ settled, not_possible }) =>
      [
        text(`outbox.doubts.done.${verdict}`, { count: settled, mails: format.number(settled) }),
        not_possible > 0 &&
          text("outbox.doubts.notPossible", { count: not_possible, mails: format.number(not_possible) }),
      ]
        .filter(Boolean)
        .join(" "),
  })

  async function ask() {
    const isSure = await prompt({
      title: text(`outbox.doubts.${verdict}`),
      description: text(`outbox.doubts.sure.${verdict}`, { count: doubt.count, mails }),
      confirmText: text(`outbox.doubts.${verdict}`),
      cancelText: text("common.cancel"),
      variant: verdict === "arrived" ? "confirmation" : "danger",
    })
    if (isSure) settle.mutate({ source_id: doubt.source_id, type: doubt.type, as_of: asOf, verdict })
  }

  return (
    <ActionButton needs="send" isLoading={settle.isPending} onClick={() => void ask()}>
      {text(`outbox.doubts.${verdict}`)}
    </ActionButton>
  )
}
