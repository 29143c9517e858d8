import { ArrowDownTray } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { downloadUrl, type Query } from "../../parts/client"
import { useText } from "../../parts/use-text"

/** The people of the list as it is filtered, as CSV. */
export function ExportContacts({ filter }: { filter: Query }) {
  const text = useText()
  return (
    <Button size="small" variant="secondary" asChild>
      <a href={downloadUrl("/exports/contacts.csv", filter)} download>
        <ArrowDownTray />
        {text("imports.exportThese")}
      </a>
    </Button>
  )
}
