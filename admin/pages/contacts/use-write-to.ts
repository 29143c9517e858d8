import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { MOST_PICKED_EVER } from "../../../src/core/mailings/audience"
import type { ContactFilter, ContactRow } from "../../parts/api/contacts"
import { mailroom } from "../../parts/client"
import { sentenceOf } from "../../parts/error-sentence"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

const PAGE = 200

/** A serial mail to people who were ticked, or to all of a filter, and to its composer (F7). */
export function useWriteTo() {
  const text = useText()
  const navigate = useNavigate()
  const [isReading, setReading] = useState(false)
  const write = useChange<{ kind: "serial"; audience: { people: string[] } }, { mailing: { id: string } }>(
    "/mailings",
    { onDone: ({ mailing }) => navigate(`/mailroom/newsletters/${mailing.id}`) },
  )
  const toThese = (people: string[]) => write.mutate({ kind: "serial", audience: { people } })

  async function toAllOf(filter: ContactFilter) {
    setReading(true)
    try {
      toThese(await idsOf(filter))
    } catch (error) {
      toast.error(text("common.notDone"), { description: sentenceOf(error, text("common.somethingWentWrong")) })
    } finally {
      setReading(false)
    }
  }

  return { toThese, toAllOf, isBusy: isReading || write.isPending }
}

async function idsOf(filter: ContactFilter): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page: { contacts: ContactRow[]; next_cursor: string | null } = await mailroom("/contacts", {
      query: { ...filter, cursor, limit: PAGE },
    })
    ids.push(...page.contacts.map(({ id }) => id))
    cursor = page.next_cursor ?? undefined
  } while (cursor && ids.length < MOST_PICKED_EVER)
  return ids.slice(0, MOST_PICKED_EVER)
}
