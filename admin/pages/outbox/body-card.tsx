import { Badge } from "@medusajs/ui"
import { useState } from "react"
import type { OutboxMessage } from "../../parts/api/outbox"
import { Section } from "../../parts/section"
import { EmptyState } from "../../parts/states"
import { useText } from "../../parts/use-text"
import { WidthSwitch, type Width } from "../../parts/width-switch"
import { said } from "../../parts/said"
import { AttachedFiles } from "../../parts/attached-files"

/** The mail as it looked. The server answers it with a policy of its own; the frame has no scripts and no origin. */
export function BodyCard({ message }: { message: OutboxMessage }) {
  const text = useText()
  const [width, setWidth] = useState<Width>("desktop")
  const isShown = message.body.state === "rebuilt" || message.body.state === "raw"
  return (
    <Section
      title={text("message.body")}
      hint={message.body.sentence ? said(message.body.sentence) : undefined}
      actions={
        isShown && (
          <>
            {message.body.state === "rebuilt" && <Badge size="2xsmall">{text("message.rebuilt")}</Badge>}
            <WidthSwitch value={width} onChange={setWidth} />
          </>
        )
      }
    >
      <AttachedFiles files={message.attachments} />
      {isShown ? (
        <div className="bg-ui-bg-subtle flex justify-center">
          <iframe
            title={text("message.body")}
            sandbox=""
            referrerPolicy="no-referrer"
            src={`/admin/mailroom/outbox/${message.id}/body`}
            className={`h-[720px] w-full border-0 bg-white ${width === "phone" ? "max-w-[390px]" : ""}`}
          />
        </div>
      ) : (
        <EmptyState
          title={text(message.body.state === "redacted" ? "message.redacted" : "message.notKept")}
          hint={text(message.body.state === "redacted" ? "message.redactedHint" : "message.notKeptHint")}
        />
      )}
    </Section>
  )
}
