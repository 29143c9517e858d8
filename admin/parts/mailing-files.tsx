import type { Attachment } from "./api/composer"
import { AttachedFiles } from "./attached-files"
import { useRead } from "./use-mailroom"

/** The files that go with every mail of a mailing, beside its preview as they stand beside the mail in an inbox. */
export function MailingFiles({ mailingId }: { mailingId: string }) {
  const { data } = useRead<{ attachments: Attachment[] }>(`/mailings/${mailingId}/attachments`)
  return <AttachedFiles files={data?.attachments ?? []} />
}
