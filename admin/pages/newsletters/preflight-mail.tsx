import { Drawer, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import type { ContentPreview } from "../../parts/api/content"
import type { PreflightPerson } from "../../parts/api/before-send"
import { mailroom } from "../../parts/client"
import { MailFrame } from "../../parts/mail-frame"
import { WhenRead } from "../../parts/states"
import { useText } from "../../parts/use-text"
import type { AskedFor } from "./preflight-card"

type Props = { person: PreflightPerson; asked: AskedFor; onClose: () => void }

/** The mail of one person, as it stands now, in the reader's own language. */
export function PreflightMail({ person, asked, onClose }: Props) {
  const text = useText()
  const body = { ...asked, locale: undefined, contact_id: person.contact_id }
  const preview = useQuery({
    queryKey: ["mailroom", "preflight-mail", body],
    queryFn: () => mailroom<ContentPreview>("/content/preview", { method: "POST", body }),
    retry: 1,
  })
  return (
    <Drawer open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{text("preflight.mailOf", { name: person.name ?? person.email ?? "" })}</Drawer.Title>
          <Drawer.Description>{preview.data?.subject ?? person.email}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex min-h-0 flex-col overflow-y-auto p-0">
          <WhenRead read={preview}>
            {(data) => (
              <>
                <MailFrame html={data.html} title={data.subject} width="phone" />
                <Text size="small" className="text-ui-fg-subtle whitespace-pre-wrap px-6 py-4">
                  {data.text}
                </Text>
              </>
            )}
          </WhenRead>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}
