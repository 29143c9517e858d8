import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { DirectDraft } from "./api/composer"
import { useFormat } from "./use-format"
import { useRead } from "./use-mailroom"
import { useText } from "./use-text"

/** Letters to this person that nobody has sent yet; nothing where there is none. */
export function LetterDrafts({ contactId }: { contactId: string }) {
  const text = useText()
  const format = useFormat()
  const { data } = useRead<{ drafts: DirectDraft[] }>(`/contacts/${contactId}/direct-mails`)
  if (!data?.drafts.length) return null
  return (
    <div className="flex flex-col gap-y-1 px-6 py-3">
      <Text size="xsmall" className="text-ui-fg-muted">
        {text("composer.direct.drafts")}
      </Text>
      {data.drafts.map(({ id, subject, updated_at: at }) => (
        <Text key={id} size="small">
          <Link to={`/mailroom/newsletters/${id}`} className="text-ui-fg-interactive">
            {subject || text("composer.direct.untitled")}
          </Link>{" "}
          <span className="text-ui-fg-muted">{format.ago(at)}</span>
        </Text>
      ))}
    </div>
  )
}
