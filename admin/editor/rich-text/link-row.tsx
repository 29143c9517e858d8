import { Button, Input } from "@medusajs/ui"
import { useState } from "react"
import { useText } from "../../parts/use-text"

type Props = { href: string; hasFocus: boolean; onApply: (href: string) => void }

/** Where the marked words lead; empty takes the link away. */
export function LinkRow({ href, hasFocus, onApply }: Props) {
  const text = useText()
  const [typed, setTyped] = useState(href)
  return (
    <div className="border-ui-border-base flex items-center gap-x-2 border-t px-2 py-1.5">
      <div className="flex-1">
        <Input
          size="small"
          autoFocus={hasFocus}
          aria-label={text("editor.rich.linkTo")}
          placeholder="https://"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return
            event.preventDefault()
            onApply(withScheme(typed))
          }}
        />
      </div>
      <Button type="button" size="small" variant="secondary" onClick={() => onApply(withScheme(typed))}>
        {text("editor.rich.apply")}
      </Button>
      {href && (
        <Button type="button" size="small" variant="transparent" onClick={() => onApply("")}>
          {text("editor.rich.unlink")}
        </Button>
      )}
    </div>
  )
}

/** "shop.example/sale" is meant as a web address, "me@shop.example" as a mail one. */
function withScheme(typed: string): string {
  const address = typed.trim()
  if (!address || /^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith("{{")) return address
  return address.includes("@") && !address.includes("/") ? `mailto:${address}` : `https://${address}`
}
