import type { Preview } from "../../parts/api/automations"
import { MailingFiles } from "../../parts/mailing-files"
import { PreviewFrame } from "../../parts/preview-frame"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

/** The server's own render, the same path as the real mail; read again after each save. */
export function PreviewCard({ mailingId, revision }: { mailingId: string; revision: number }) {
  const text = useText()
  // The revision is part of the question only so that a new one is asked; the route ignores it.
  const preview = useRead<Preview>(`/mailings/${mailingId}/preview`, { query: { revision } })
  return (
    <Section title={text("common.preview")}>
      <MailingFiles mailingId={mailingId} />
      <WhenRead read={preview}>{(data) => <PreviewFrame preview={data} />}</WhenRead>
    </Section>
  )
}
