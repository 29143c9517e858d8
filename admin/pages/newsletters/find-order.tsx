import { Button, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { useSettled } from "../segments/preview-card"

type Subject = { id: string; label: string; email: string | null }

const SHOWN = 5

/** Looks for an order by number or address. */
export function FindOrder({ linked, onPick }: { linked: string[]; onPick: (id: string) => void }) {
  const text = useText()
  const [typed, setTyped] = useState("")
  const q = useSettled(typed.trim())
  const isAsked = q.length >= 1
  const found = useRead<{ subjects: Subject[] }>("/content/subjects", {
    query: { for: "order_receipt", q: q.replace(/^#/, "") },
    enabled: isAsked,
  })
  return (
    <div className="flex flex-col gap-y-2">
      <Input
        size="small"
        type="search"
        value={typed}
        aria-label={text("composer.about.findOrder")}
        placeholder={text("composer.about.findOrder")}
        onChange={(event) => setTyped(event.target.value)}
      />
      {isAsked && found.data?.subjects.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {text("composer.about.noOrder")}
        </Text>
      )}
      {isAsked &&
        found.data?.subjects.slice(0, SHOWN).map((order) => (
          <div key={order.id} className="flex items-center justify-between gap-x-2">
            <Text size="small" className="min-w-0 truncate">
              {[order.label, order.email].filter(Boolean).join(" · ")}
            </Text>
            {linked.includes(order.id) ? (
              <Text size="small" className="text-ui-fg-muted">
                {text("composer.about.linked")}
              </Text>
            ) : (
              <Button size="small" variant="secondary" onClick={() => onPick(order.id)}>
                {text("composer.about.link")}
              </Button>
            )}
          </div>
        ))}
    </div>
  )
}
