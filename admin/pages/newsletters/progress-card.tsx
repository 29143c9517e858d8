import { Button, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { Progress } from "../../parts/api/mailings"
import { downloadUrl } from "../../parts/client"
import { Count } from "../../parts/figure"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useText, useWord } from "../../parts/use-text"

const OUTCOMES = ["sent", "queued", "held", "dropped", "failed", "in_doubt", "cancelled", "expired"] as const

/** The bar, an honest guess when it ends, and where each person stands. */
export function ProgressCard({ progress, mailingId }: { progress: Progress; mailingId: string }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  const shown = OUTCOMES.filter((outcome) => outcome === "sent" || progress[outcome] > 0)
  return (
    <Section
      title={text("newsletters.progress")}
      hint={<Eta progress={progress} />}
      actions={<WhoGotIt mailingId={mailingId} state={progress.state} />}
    >
      <div className="flex flex-col gap-y-2 px-6 py-4">
        <Bar share={progress.share} />
        <div className="text-ui-fg-subtle txt-small flex flex-wrap justify-between gap-x-4">
          <span>
            {progress.audience === null
              ? text("newsletters.counting")
              : text("newsletters.ofPeople", { count: progress.audience, people: format.number(progress.audience) })}
          </span>
          {progress.per_minute !== null && (
            <span>{text("newsletters.perMinute", { rate: format.number(Math.round(progress.per_minute)) })}</span>
          )}
        </div>
      </div>
      <div className="grid grid-cols-2 gap-4 px-6 py-4 md:grid-cols-4">
        {shown.map((outcome) => (
          <Link
            key={outcome}
            to={`/mailroom/outbox?source_id=${mailingId}&status=${outcome}`}
            className="hover:bg-ui-bg-base-hover rounded-md p-2"
          >
            <Text size="small" className="text-ui-fg-subtle">
              {word("words.status", outcome)}
            </Text>
            <Text size="large" weight="plus">
              <Count value={progress[outcome]} />
            </Text>
          </Link>
        ))}
      </div>
    </Section>
  )
}

/** Of a mailing that was held on its way: everybody who got it, and everybody who did not. */
function WhoGotIt({ mailingId, state }: { mailingId: string; state: Progress["state"] }) {
  const text = useText()
  if (state !== "stopped" && state !== "paused") return null
  return ["sent", state === "paused" ? "queued" : "cancelled"].map((status) => (
    <Button key={status} size="small" variant="secondary" asChild>
      <a href={downloadUrl(`/reports/${mailingId}/recipients.csv`, { status })} download>
        {text(status === "sent" ? "schedule.afterwards.whoGot" : "schedule.afterwards.whoNot")} (CSV)
      </a>
    </Button>
  ))
}

function Bar({ share }: { share: number | null }) {
  const text = useText()
  const percent = share === null ? undefined : Math.round(Math.min(1, share) * 100)
  return (
    <div
      role="progressbar"
      aria-label={text("newsletters.progress")}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="bg-ui-bg-switch-off h-2.5 w-full overflow-hidden rounded-full"
    >
      <div
        className="bg-ui-tag-green-icon h-full rounded-full transition-[width] duration-500"
        style={{ width: `${percent ?? 0}%` }}
      />
    </div>
  )
}

/** No number is better than a wrong one: without a rate it says so. */
function Eta({ progress }: { progress: Progress }) {
  const text = useText()
  const format = useFormat()
  if (progress.state === "sent") return text("newsletters.eta.done")
  if (progress.state === "stopped") return text("newsletters.eta.stopped")
  if (progress.state === "paused") return text("newsletters.eta.paused")
  if (progress.opens_at) return text("schedule.opensAt", { at: format.dateTime(progress.opens_at) })
  if (progress.eta_seconds === null) return text("newsletters.eta.unknown")
  return text("newsletters.eta.about", { duration: format.duration(progress.eta_seconds) })
}
