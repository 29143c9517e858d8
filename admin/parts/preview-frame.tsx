import { Text } from "@medusajs/ui"
import { useState } from "react"
import type { Preview } from "./api/automations"
import { MailFrame } from "./mail-frame"
import { useText } from "./use-text"
import { WidthSwitch, type Width } from "./width-switch"

/** Subject and preheader as an inbox lists them, then the letter. */
export function PreviewFrame({ preview, className }: { preview: Preview; className?: string }) {
  const text = useText()
  const [width, setWidth] = useState<Width>("desktop")
  return (
    <div className="flex flex-col">
      <div className="flex items-center justify-between gap-x-4 px-6 py-3">
        <div className="min-w-0">
          <Text size="small" weight="plus" className="truncate">
            {preview.subject || text("common.noSubject")}
          </Text>
          <Text size="xsmall" className="text-ui-fg-muted truncate">
            {preview.preheader}
          </Text>
        </div>
        <WidthSwitch value={width} onChange={setWidth} />
      </div>
      <MailFrame html={preview.html} title={text("common.preview")} width={width} className={className} />
    </div>
  )
}
