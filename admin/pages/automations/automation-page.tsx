import { Tabs } from "@medusajs/ui"
import { lazy, Suspense, useCallback, useState } from "react"
import { useParams, useSearchParams } from "react-router-dom"
import type { Automation, Catalogue, Draft, NodeNumbers } from "../../parts/api/flows"
import { LoadingPage, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { useRights } from "../../parts/use-rights"
import { useText } from "../../parts/use-text"
import { AutomationHead } from "./automation-head"
import { PeopleTab } from "./people-tab"
import { TryOutTab } from "./try-out-tab"
import { useAutomationDraft, type AutomationAnswer } from "./use-automation-draft"
import { useLitWay } from "./use-lit-way"
import { useVersionLook } from "./use-version-look"
import { VersionBanner } from "./version-banner"

// The canvas and its libraries are as large as all other screens together: fetched when somebody opens an automation.
const SettingsTab = lazy(() => import("./settings-tab"))
const AutomationEditor = lazy(() => import("./editor/automation-editor"))

const TABS = ["steps", "people", "tryOut", "settings"] as const

/** One automation: its way, who is inside, trying it out, settings. */
export default function AutomationPage() {
  const { id = "" } = useParams()
  // Bumped when the server has put another draft there (an older version brought back): the editor begins anew.
  const [round, setRound] = useState(0)
  const read = useRead<AutomationAnswer>(`/automations/${id}`)
  const kinds = useRead<Catalogue>("/automations/kinds")
  return (
    <WhenRead read={read} loading={<LoadingPage cards={2} />}>
      {({ automation }) => (
        <WhenRead read={kinds} loading={<LoadingPage cards={2} />}>
          {(catalogue) => (
            <AutomationView
              key={`${id}/${round}`}
              automation={automation}
              catalogue={catalogue}
              onReplaced={() => setRound((before) => before + 1)}
            />
          )}
        </WhenRead>
      )}
    </WhenRead>
  )
}

type Props = { automation: Automation; catalogue: Catalogue; onReplaced: () => void }

function AutomationView({ automation, catalogue, onReplaced }: Props) {
  const text = useText()
  const rights = useRights()
  const [query, setQuery] = useSearchParams()
  const tab = TABS.find((one) => one === query.get("tab")) ?? "steps"
  const draft = useAutomationDraft(automation)
  const { write: keep } = draft
  const write = useCallback((next: Draft) => keep({ draft: next }), [keep])
  const [areNumbersShown, showNumbers] = useState(automation.live_version !== null)
  const asked = tab === "steps" ? query.get("version") : null
  const version = useVersionLook(automation, asked)
  const numbers = useNumbers(automation, areNumbersShown || version !== null, version?.id)
  const enrolment = tab === "people" ? query.get("person") : null
  const person = useLitWay(automation.id, enrolment)
  return (
    <div className="flex flex-col gap-y-3">
      <AutomationHead
        automation={automation}
        catalogue={catalogue}
        draft={draft}
        onReplaced={onReplaced}
        numbers={automation.live_version === null ? null : { areShown: areNumbersShown, show: showNumbers }}
      />
      <Tabs value={tab} onValueChange={(next) => setQuery({ tab: next })}>
        <Tabs.List className="px-1">
          {TABS.map((one) => (
            <Tabs.Trigger key={one} value={one}>
              {text(`automations.tab.${one}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </Tabs>
      {tab === "people" && <PeopleTab automation={automation} catalogue={catalogue} />}
      {version && <VersionBanner version={version} onLeave={() => setQuery({ tab: "steps" })} />}
      {(tab === "steps" || person) && (
        <Suspense fallback={<LoadingPage cards={1} />}>
          <AutomationEditor
            key={version?.id ?? person?.enrolment ?? "draft"}
            draft={version ?? person?.flow ?? draft.now().draft}
            catalogue={catalogue}
            canEdit={rights.edit && tab === "steps" && asked === null}
            problems={version || person ? [] : automation.problems}
            numbers={numbers}
            lit={person?.lit ?? null}
            onChange={write}
          />
        </Suspense>
      )}
      {tab === "tryOut" && <TryOutTab automation={automation} before={draft.save} catalogue={catalogue} />}
      {tab === "settings" && (
        <Suspense fallback={<LoadingPage cards={1} />}>
          <SettingsTab draft={draft} catalogue={catalogue} />
        </Suspense>
      )}
    </div>
  )
}

/** Of one version, or of all together. */
function useNumbers({ id, live_version }: Automation, areShown: boolean, version?: string): NodeNumbers[] | null {
  const read = useRead<{ nodes: NodeNumbers[] }>(`/automations/${id}/numbers`, {
    query: version ? { version } : {},
    enabled: areShown && live_version !== null,
    refreshMs: 30_000,
  })
  return areShown ? (read.data?.nodes ?? null) : null
}
