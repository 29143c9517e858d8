import { Alert, toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { Segment } from "../../parts/api/segments"
import type { SettingsAnswer } from "../../parts/api/settings"
import { mailroom } from "../../parts/client"
import { sentenceOf } from "../../parts/error-sentence"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import type { Draft } from "./use-draft"

/** More than a serial mail may go to: the way out is a list of them, and a targeted mail to that list (F7). */
export function TooManyPicked({ draft: { draft, change } }: { draft: Draft }) {
  const text = useText()
  const format = useFormat()
  const queries = useQueryClient()
  const settings = useRead<SettingsAnswer>("/settings")
  const { people } = draft.audience
  const name = text("newsletters.audience.listFor", { subject: draft.subject || text("common.noSubject") })
  const [isMaking, setMaking] = useState(false)

  async function makeList() {
    setMaking(true)
    try {
      const { segment } = await mailroom<{ segment: Segment }>("/segments", {
        method: "POST",
        body: { name, kind: "list" },
      })
      await mailroom(`/segments/${segment.id}/people`, { method: "POST", body: { contact_ids: people } })
      await queries.invalidateQueries({ queryKey: ["mailroom", "/segments"] })
      change({ kind: "targeted", audience: { ...draft.audience, everybody: false, include: [segment.id], people: [] } })
    } catch (error) {
      toast.error(text("common.notDone"), { description: sentenceOf(error, text("common.somethingWentWrong")) })
    } finally {
      setMaking(false)
    }
  }

  const most = settings.data?.settings.serial.most
  if (draft.kind !== "serial" || most === undefined || people.length <= most) return null
  return (
    <Alert variant="warning">
      <p>{text("newsletters.audience.tooMany", { n: format.number(people.length), most: format.number(most) })}</p>
      <ActionButton needs="edit" className="mt-2" isLoading={isMaking} onClick={() => void makeList()}>
        {text("newsletters.audience.makeList")}
      </ActionButton>
    </Alert>
  )
}
