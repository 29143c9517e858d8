import { useQueryClient } from "@tanstack/react-query"
import type { Mailing, MailingInput } from "../../parts/api/mailings"
import { mailroom } from "../../parts/client"
import { useAutosave } from "../../parts/use-autosave"

/** The newsletter as it is written, saved by itself. */
export function useDraft(mailing: Mailing) {
  const queries = useQueryClient()
  const path = `/mailings/${mailing.id}`
  return useAutosave<MailingInput>({
    initial: inputOf(mailing),
    revision: mailing.revision,
    send: async (change, revision) => {
      const answer = await mailroom<{ mailing: Mailing }>(path, { method: "POST", body: { ...change, revision } })
      queries.setQueryData(["mailroom", path, {}], answer)
      return answer.mailing.revision
    },
  })
}

export type Draft = ReturnType<typeof useDraft>

function inputOf(mailing: Mailing): MailingInput {
  const { kind, name, subject, preheader, document, topic_id, audience, credit, sender_id, is_tracked, is_copy_kept } =
    mailing
  const { ab, control_share, format, utm, copies } = mailing
  return {
    kind,
    name,
    subject,
    preheader,
    document,
    topic_id,
    audience,
    credit,
    sender_id,
    is_tracked,
    is_copy_kept,
    ab,
    control_share,
    format,
    utm,
    copies,
  }
}
