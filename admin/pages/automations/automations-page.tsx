import { Container } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import type { AutomationSummary } from "../../parts/api/flows"
import { PageHead } from "../../parts/page-head"
import { PagedTable } from "../../parts/paged-table"
import { WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { useAutomationColumns } from "./automation-columns"
import { CreateAutomation } from "./create-automation"
import { RecipeGallery } from "./recipe-gallery"

/** Every automation with what it does at this moment; without any, the recipes (F9). */
export default function AutomationsPage() {
  const text = useText()
  const navigate = useNavigate()
  const columns = useAutomationColumns()
  // What is inside changes by itself.
  const read = useRead<{ automations: AutomationSummary[] }>("/automations", {
    query: { kind: "automation" },
    refreshMs: 30_000,
  })
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead title={text("menu.automations")} hint={text("automations.hint")} actions={<CreateAutomation />} />
      <WhenRead read={read} loading={<Container className="h-40" aria-busy="true" />}>
        {({ automations }) =>
          automations.length === 0 ? (
            <RecipeGallery title={text("automations.empty")} hint={text("automations.emptyHint")} />
          ) : (
            <Container className="overflow-hidden p-0">
              <PagedTable
                rows={automations}
                keyOf={(one) => one.id}
                onRow={(one) => navigate(`/mailroom/automations/${one.id}`)}
                columns={columns}
              />
            </Container>
          )
        }
      </WhenRead>
    </div>
  )
}
