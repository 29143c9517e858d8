import { Alert, Badge, Text, usePrompt } from "@medusajs/ui"
import { ActionButton } from "../../parts/action-button"
import type { ShownTest, ShownVariant } from "../../parts/api/variants"
import { Count, Explained, Share } from "../../parts/figure"
import { PagedTable, type Column } from "../../parts/paged-table"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

/** How the variants do, moving; by hand the rest gets one of them now. Nothing where nothing is tested. */
export function AbResultCard({ mailingId, isOver }: { mailingId: string; isOver: boolean }) {
  const text = useText()
  const read = useRead<{ test: ShownTest | null }>(`/mailings/${mailingId}/variants`, {
    refreshMs: isOver ? 30_000 : 3_000,
  })
  const test = read.data?.test
  const columns = useColumns(mailingId, test ?? null, isOver)
  if (!test) return null
  const { criterion } = test.test
  return (
    <Section title={text("variants.result")} hint={text(`variants.seenIn.${criterion}`)}>
      <div className="px-6 py-4">
        <State test={test} />
      </div>
      <PagedTable rows={test.variants} keyOf={({ variant }) => String(variant)} columns={columns} />
      <Text size="small" className="text-ui-fg-subtle px-6 py-3">
        {text("variants.rest", { count: test.rest.people, sent: test.rest.sent })}
      </Text>
    </Section>
  )
}

function State({ test }: { test: ShownTest }) {
  const text = useText()
  const format = useFormat()
  const { phase, decides_at: at, result, verdict } = test
  if (phase === "sending") return <Alert variant="info">{text("variants.phase.sending")}</Alert>
  if (phase === "waiting")
    return (
      <Alert variant="info">
        {text(test.test.decide === "manual" ? "variants.phase.waitingManual" : "variants.phase.waiting", {
          at: at ? format.dateTime(at) : "",
        })}
        <ChooseBy test={test} />
      </Alert>
    )
  return (
    <Alert variant={verdict?.kind === "winner" ? "success" : "info"}>
      {verdict && <Verdict verdict={verdict} />}{" "}
      {result
        ? text(result.by === null ? "variants.phase.decided" : "variants.phase.chosen", {
            letter: letterOf(result.chosen),
            at: format.dateTime(result.at),
          })
        : text(phase === "undecided" ? "variants.phase.undecided" : "variants.phase.choose")}
      {phase === "choose" && <ChooseBy test={test} />}
    </Alert>
  )
}

/** A test that waits for ever would keep its mailing open for ever. */
function ChooseBy({ test: { choose_by: at } }: { test: ShownTest }) {
  const text = useText()
  const format = useFormat()
  return at && <> {text("variants.phase.chooseBy", { at: format.dateTime(at) })}</>
}

function Verdict({ verdict }: { verdict: NonNullable<ShownTest["verdict"]> }) {
  const text = useText()
  const format = useFormat()
  if (verdict.kind === "too_few") return <>{text("variants.verdict.tooFew")}</>
  const chance = verdict.chance < 0.001 ? `< ${format.percent(0.001)}` : format.percent(verdict.chance)
  return verdict.kind === "winner" ? (
    <>{text("variants.verdict.winner", { letter: letterOf(verdict.variant), chance })}</>
  ) : (
    <>{text("variants.verdict.mayBeChance", { letter: letterOf(verdict.ahead), chance })}</>
  )
}

const letterOf = (variant: number) => String.fromCharCode(64 + variant)

function useColumns(mailingId: string, test: ShownTest | null, isOver: boolean): Column<ShownVariant>[] {
  const text = useText()
  const format = useFormat()
  const prompt = usePrompt()
  const choose = useChange<{ variant: number }>(`/mailings/${mailingId}/choose-variant`, {
    done: text("variants.chosenNow"),
  })
  const criterion = test?.test.criterion ?? "open"
  const isOpen = test !== null && test.phase !== "decided" && !isOver

  async function ask({ variant, letter }: ShownVariant) {
    const isSure = await prompt({
      title: text("variants.chooseTitle", { letter }),
      description: text("variants.chooseDescription", { count: test?.rest.people ?? 0 }),
      confirmText: text("variants.choose"),
      cancelText: text("common.cancel"),
      variant: "confirmation",
    })
    if (isSure) choose.mutate({ variant })
  }

  return [
    {
      key: "variant",
      head: text("variants.variantHead"),
      width: "max-w-[280px] truncate",
      cell: (one) => (
        <span className="flex items-center gap-x-2">
          <Badge size="2xsmall" color={test?.result?.chosen === one.variant ? "green" : "grey"}>
            {one.letter}
          </Badge>
          <span className="text-ui-fg-base truncate" title={one.subject}>
            {one.subject}
          </span>
          {one.due_at && <span className="text-ui-fg-muted shrink-0">{format.dateTime(one.due_at)}</span>}
        </span>
      ),
    },
    { key: "sent", head: text("reports.sent"), align: "right", cell: (one) => <Count value={one.sent} /> },
    {
      key: "people",
      head: <Explained label={text("variants.people")} hint={text(`variants.seenIn.${criterion}`)} />,
      align: "right",
      cell: (one) => <Count value={one.people} />,
    },
    {
      key: "hits",
      head: <Explained label={text(`variants.hits.${criterion}`)} hint={text("variants.hitsHint")} />,
      align: "right",
      cell: (one) => (
        <span className="whitespace-nowrap">
          <Count value={one.people === 0 ? null : one.hits} />{" "}
          {one.people > 0 && (
            <span className="text-ui-fg-muted">
              (<Share value={one.hits / one.people} />)
            </span>
          )}
        </span>
      ),
    },
    ...(criterion === "revenue"
      ? [
          {
            key: "revenue",
            head: <Explained label={text("variants.perPerson")} hint={text("variants.perPersonHint")} />,
            align: "right" as const,
            cell: (one: ShownVariant) =>
              one.people > 0 && test?.currency
                ? format.money((one.revenue ?? 0) / one.people, test.currency)
                : text("common.unknown"),
          },
        ]
      : []),
    {
      key: "unsubscribed",
      head: text("reports.unsubscribed"),
      align: "right",
      cell: (one) => <Count value={one.unsubscribed} />,
    },
    ...(isOpen
      ? [
          {
            key: "choose",
            head: "",
            align: "right" as const,
            cell: (one: ShownVariant) => (
              <ActionButton needs="send" isLoading={choose.isPending} onClick={() => void ask(one)}>
                {text("variants.choose")}
              </ActionButton>
            ),
          },
        ]
      : []),
  ]
}
