import { Text } from "@medusajs/ui"
import { useText, type TextKey } from "../../parts/use-text"

/** For whom a basis does not hold, and why. */
export function BasisRefusals({ refused }: { refused: Record<string, number> }) {
  const text = useText()
  return (
    <>
      {Object.entries(refused).map(([reason, count]) => (
        <Text key={reason} size="small" className="text-ui-fg-subtle">
          {text(`who.refusals.${reason}` as TextKey, { count })}
        </Text>
      ))}
    </>
  )
}

/** What a country's law says besides. */
export function BasisWarnings({ warnings }: { warnings: Record<string, number> }) {
  const text = useText()
  return (
    <>
      {Object.entries(warnings).map(([warning, count]) => (
        <Text key={warning} size="small" className="text-ui-tag-orange-text">
          {text(`who.warnings.${warning}` as TextKey, { count })}
        </Text>
      ))}
    </>
  )
}
