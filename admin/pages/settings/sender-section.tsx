import { Badge } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { Sender, SenderInput } from "../../parts/api/settings"
import { Section } from "../../parts/section"
import { EmptyState, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { SenderForm } from "./sender-form"

const BLANK: SenderInput = {
  name: "",
  from_name: "",
  from_email: null,
  marketing_from_email: null,
  reply_to: null,
  postal_address: null,
  storefront_url: null,
  brand: {
    shopName: "",
    logoUrl: null,
    primaryColor: "#18181b",
    backgroundColor: "#f4f4f5",
    font: "system",
    footerText: "",
    socialLinks: [],
  },
  locale: "en",
  sales_channel_ids: [],
}

/** Who writes, and how the mails look: one at first, one per brand where a shop has several. */
export function SenderSection() {
  const text = useText()
  const [isAdding, setAdding] = useState(false)
  const senders = useRead<{ senders: Sender[] }>("/senders")
  return (
    <WhenRead read={senders}>
      {(data) => (
        <>
          {data.senders.length === 0 && !isAdding && (
            <Section title={text("settings.section.sender")}>
              <EmptyState
                title={text("sender.none")}
                hint={text("sender.noneHint")}
                action={
                  <ActionButton needs="edit" variant="primary" onClick={() => setAdding(true)}>
                    {text("sender.add")}
                  </ActionButton>
                }
              />
            </Section>
          )}
          {data.senders.map((sender) => (
            <SenderForm
              key={sender.id}
              id={sender.id}
              initial={sender}
              badge={sender.is_default ? <Badge size="2xsmall">{text("sender.default")}</Badge> : undefined}
            />
          ))}
          {isAdding && (
            <SenderForm
              id={null}
              initial={{ ...BLANK, is_default: data.senders.length === 0 }}
              onSaved={() => setAdding(false)}
            />
          )}
          {data.senders.length > 0 && !isAdding && (
            <div>
              <ActionButton needs="edit" onClick={() => setAdding(true)}>
                {text("sender.addAnother")}
              </ActionButton>
            </div>
          )}
        </>
      )}
    </WhenRead>
  )
}
