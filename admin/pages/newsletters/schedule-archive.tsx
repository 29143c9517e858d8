import { Alert } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { OwnedTopic } from "../../parts/api/consent"
import type { Mailing } from "../../parts/api/mailings"
import { Section } from "../../parts/section"
import { SwitchField } from "../../parts/switch-field"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

/** Whether the public archive of its topic shows it; nothing where there is none. */
export function InArchiveCard({ mailing }: { mailing: Mailing }) {
  const text = useText()
  const topics = useRead<{ topics: OwnedTopic[] }>("/topics")
  const topic = topics.data?.topics.find(({ id }) => id === mailing.topic_id)
  const change = useChange<{ in_archive: boolean }>(`/mailings/${mailing.id}/in-archive`, {
    done: text("common.saved"),
  })
  if (mailing.kind !== "newsletter" || !topic || topic.archive === "off") return null
  return (
    <Section
      title={text("schedule.public.label")}
      actions={
        <a
          className="txt-compact-small text-ui-fg-interactive"
          href={`/mailroom/archive/${topic.slug}`}
          target="_blank"
          rel="noreferrer"
        >
          {text("schedule.public.address")}
        </a>
      }
    >
      <div className="px-6 py-4">
        <SwitchField
          label={text("schedule.public.inArchive")}
          hint={text("schedule.public.inArchiveHint")}
          isOn={mailing.in_archive}
          onChange={(in_archive) => change.mutate({ in_archive })}
        />
      </div>
    </Section>
  )
}

/** Of a mailing that repeats another one for those whom that did not reach. */
export function AgainNote({ mailing }: { mailing: Mailing }) {
  const text = useText()
  if (!mailing.again_of) return null
  const people = mailing.again_of.outcomes.map((outcome) => text(`schedule.afterwards.${outcome}`)).join(", ")
  return (
    <Alert variant="info">
      {text("schedule.afterwards.forMissed", { people })}{" "}
      <Link className="text-ui-fg-interactive" to={`/mailroom/newsletters/${mailing.again_of.mailing_id}`}>
        {text("schedule.afterwards.toFirst")}
      </Link>
    </Alert>
  )
}

/** Out of the list, or back into it. */
export function ArchiveButton({ mailing }: { mailing: Mailing }) {
  const text = useText()
  const isArchived = mailing.archived_at !== null
  const change = useChange<{ is_archived: boolean }>(`/mailings/${mailing.id}/archive`, {
    done: text(isArchived ? "schedule.afterwards.unarchived" : "schedule.afterwards.archived"),
  })
  return (
    <ActionButton needs="edit" isLoading={change.isPending} onClick={() => change.mutate({ is_archived: !isArchived })}>
      {text(isArchived ? "schedule.afterwards.unarchive" : "schedule.afterwards.archive")}
    </ActionButton>
  )
}
