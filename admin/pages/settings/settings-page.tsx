import { Alert, clx } from "@medusajs/ui"
import { useSearchParams } from "react-router-dom"
import type { SettingsAnswer } from "../../parts/api/settings"
import { PageHead } from "../../parts/page-head"
import { LoadingPage, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { ConsentSection } from "./consent-section"
import { CopiesSection } from "./copies-section"
import { DeliverySection } from "./delivery-section"
import { GeneralSection } from "./general-section"
import { HealthSection } from "./health-section"
import { OwnerSection } from "./owner-section"
import { RightsSection } from "./rights-section"
import { ScheduleSection } from "./schedule-section"
import { SenderSection } from "./sender-section"
import { SystemSection } from "./system-section"
import { ThrottleSection } from "./throttle-section"
import { TrackingSection } from "./tracking-section"
import { TransportSection } from "./transport-section"
import { UtmSection } from "./utm-section"

const SECTIONS = {
  health: HealthSection,
  system: SystemSection,
  sender: SenderSection,
  transport: TransportSection,
  general: GeneralSection,
  delivery: DeliverySection,
  owner: OwnerSection,
  copies: CopiesSection,
  tracking: TrackingSection,
  utm: UtmSection,
  consent: ConsentSection,
  throttle: ThrottleSection,
  schedule: ScheduleSection,
  rights: RightsSection,
} as const
type SectionKey = keyof typeof SECTIONS

/** Everything a merchant sets (F60), one subject at a time. */
export default function SettingsPage() {
  const text = useText()
  const [search, setSearch] = useSearchParams()
  const settings = useRead<SettingsAnswer>("/settings")
  const chosen = keyFrom(search.get("section"))
  const Chosen = SECTIONS[chosen]
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead title={text("menu.settings")} hint={text("settings.hint")} />
      {settings.data?.is_locked && <Alert variant="info">{text("common.lockedByDeveloper")}</Alert>}
      <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-[200px_minmax(0,1fr)]">
        <nav aria-label={text("menu.settings")} className="flex flex-wrap gap-1 lg:flex-col">
          {(Object.keys(SECTIONS) as SectionKey[]).map((key) => (
            <button
              key={key}
              type="button"
              aria-current={key === chosen ? "page" : undefined}
              onClick={() => setSearch({ section: key })}
              className={clx(
                "txt-compact-small-plus text-ui-fg-subtle hover:bg-ui-bg-base-hover rounded-md px-3 py-1.5 text-left",
                key === chosen && "bg-ui-bg-base text-ui-fg-base shadow-elevation-card-rest",
              )}
            >
              {text(`settings.section.${key}`)}
            </button>
          ))}
        </nav>
        <div className="flex min-w-0 flex-col gap-y-3">
          <WhenRead read={settings} loading={<LoadingPage cards={1} />}>
            {(answer) => <Chosen key={chosen} answer={answer} />}
          </WhenRead>
        </div>
      </div>
    </div>
  )
}

function keyFrom(wanted: string | null): SectionKey {
  return wanted !== null && wanted in SECTIONS ? (wanted as SectionKey) : "health"
}
