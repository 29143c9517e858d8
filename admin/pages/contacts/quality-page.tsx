import { Badge, Container, Text } from "@medusajs/ui"
import { useSearchParams } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import { AudienceTabs } from "../../parts/audience-tabs"
import { QUALITY_KINDS } from "../../../src/core/contacts/address-quality"
import type { QualityKind, QualityOverview } from "../../parts/api/contacts"
import { PageHead } from "../../parts/page-head"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useReread } from "../../parts/use-reread"
import { useText, useWord } from "../../parts/use-text"
import { BulkProgress } from "./bulk-progress"
import { QualityCard } from "./quality-card"

const LOOK_MS = 3000

/** Contacts that look wrong, by kind, and what can be done about them (F58). */
export default function QualityPage() {
  const text = useText()
  const [search, setSearch] = useSearchParams()
  const kind = QUALITY_KINDS.find((one) => one === search.get("kind")) ?? "typo"
  const overview = useRead<QualityOverview>("/contacts/quality", { refreshMs: LOOK_MS })
  useReread(overview.data && JSON.stringify([overview.data.checked_at, overview.data.kinds]))
  const check = useChange<void>("/contacts/quality/check", { done: text("contacts.quality.asked") })
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        title={text("contacts.quality.title")}
        hint={text("contacts.quality.hint")}
        actions={
          <ActionButton
            needs="edit"
            isLoading={check.isPending}
            disabled={overview.data?.is_checking}
            onClick={() => check.mutate()}
          >
            {text("contacts.quality.checkNow")}
          </ActionButton>
        }
      />
      <AudienceTabs />
      <BulkProgress />
      <WhenRead read={overview}>
        {(data) => (
          <>
            <Kinds overview={data} chosen={kind} onChoose={(one) => setSearch({ kind: one }, { replace: true })} />
            <QualityCard
              key={kind}
              kind={kind}
              correctable={data.kinds.find((one) => one.kind === kind)!.correctable}
            />
          </>
        )}
      </WhenRead>
    </div>
  )
}

type KindsProps = { overview: QualityOverview; chosen: QualityKind; onChoose: (kind: QualityKind) => void }

function Kinds({ overview, chosen, onChoose }: KindsProps) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  return (
    <Container className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex flex-wrap gap-2" role="group" aria-label={text("contacts.quality.title")}>
        {overview.kinds.map(({ kind, count }) => (
          <button
            key={kind}
            type="button"
            aria-pressed={kind === chosen}
            onClick={() => onChoose(kind)}
            className={`txt-compact-small-plus flex items-center gap-x-2 rounded-md px-3 py-1.5 outline-none focus-visible:shadow-borders-focus ${
              kind === chosen ? "bg-ui-bg-base-pressed text-ui-fg-base" : "text-ui-fg-subtle hover:bg-ui-bg-base-hover"
            }`}
          >
            {word("contacts.quality.kind", kind)}
            <Badge size="2xsmall" color={count > 0 ? "orange" : "grey"}>
              {format.number(count)}
            </Badge>
          </button>
        ))}
      </div>
      <Text size="small" className="text-ui-fg-muted" aria-live="polite">
        {overview.is_checking
          ? text("contacts.quality.checking")
          : overview.checked_at
            ? text("contacts.quality.checkedAt", { at: format.ago(overview.checked_at) })
            : text("contacts.quality.neverChecked")}
      </Text>
    </Container>
  )
}
