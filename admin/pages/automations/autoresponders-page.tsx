import { Button, Container } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { AutomationSummary } from "../../parts/api/flows"
import { PageHead } from "../../parts/page-head"
import { PagedTable } from "../../parts/paged-table"
import { EmptyState, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { useAutomationColumns } from "./automation-columns"
import { AutoresponderDrawer, NewAutoresponder } from "./autoresponder-drawer"

/** Mails that go by themselves, each by three questions (F5). */
export default function AutorespondersPage() {
  const text = useText()
  const columns = useAutomationColumns()
  const [open, setOpen] = useState<string | "new" | null>(null)
  const read = useRead<{ automations: AutomationSummary[] }>("/automations", {
    query: { kind: "autoresponder" },
    refreshMs: 30_000,
  })
  const create = (
    <ActionButton needs="edit" variant="primary" onClick={() => setOpen("new")}>
      {text("autoresponders.create")}
    </ActionButton>
  )
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead title={text("menu.autoresponders")} hint={text("autoresponders.hint")} actions={create} />
      <Container className="overflow-hidden p-0">
        <WhenRead read={read}>
          {({ automations }) =>
            automations.length === 0 ? (
              <EmptyState
                title={text("autoresponders.empty")}
                hint={text("autoresponders.emptyHint")}
                action={
                  <Button size="small" variant="secondary" onClick={() => setOpen("new")}>
                    {text("autoresponders.create")}
                  </Button>
                }
              />
            ) : (
              <PagedTable
                rows={automations}
                keyOf={(one) => one.id}
                onRow={(one) => setOpen(one.id)}
                columns={columns}
              />
            )
          }
        </WhenRead>
      </Container>
      {open === "new" && <NewAutoresponder onClose={() => setOpen(null)} />}
      {open !== null && open !== "new" && <AutoresponderDrawer key={open} id={open} onClose={() => setOpen(null)} />}
    </div>
  )
}
