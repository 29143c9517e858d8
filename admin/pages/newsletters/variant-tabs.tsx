import { Badge, Tabs } from "@medusajs/ui"
import { variantLetter, type AbTest } from "../../../src/core/mailings/ab-test"
import { useText } from "../../parts/use-text"

type Props = { ab: AbTest; open: number; onOpen: (at: number) => void }

/** Which variant the editor below shows; each keeps only what it has of its own. */
export function VariantTabs({ ab, open, onOpen }: Props) {
  const text = useText()
  return (
    <Tabs value={String(open)} onValueChange={(at) => onOpen(Number(at))}>
      <Tabs.List aria-label={text("variants.tabs")}>
        {ab.variants.map((variant, at) => (
          <Tabs.Trigger key={at} value={String(at)}>
            {text("variants.variant", { letter: variantLetter(at + 1) })}
            {variant.document && (
              <Badge size="2xsmall" className="ms-2">
                {text("variants.ownContent")}
              </Badge>
            )}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
    </Tabs>
  )
}
