import { Container } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import { ActionTabs } from "../../parts/action-tabs"
import type { CustomAction } from "../../parts/api/automations"
import { PageHead } from "../../parts/page-head"
import { EmptyState, LoadingRows, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { CustomActionList } from "./custom-action-list"
import { CustomActionModal } from "./custom-action-modal"

/** Other people than shopper and owner are told (F2): "when this is bought, its supplier gets a mail". */
export default function CustomActionsPage() {
  const text = useText()
  const [edited, setEdited] = useState<CustomAction | "new" | null>(null)
  const actions = useRead<{ custom_actions: CustomAction[] }>("/custom-actions")
  const createButton = (
    <ActionButton needs="edit" variant="primary" onClick={() => setEdited("new")}>
      {text("actions.create")}
    </ActionButton>
  )
  return (
    <div className="flex flex-col gap-y-3">
      <ActionTabs />
      <PageHead title={text("menu.customActions")} hint={text("actions.hint")} actions={createButton} />
      <Container className="p-0">
        <WhenRead read={actions} loading={<LoadingRows rows={3} />}>
          {(data) =>
            data.custom_actions.length === 0 ? (
              <EmptyState title={text("actions.empty")} hint={text("actions.emptyHint")} action={createButton} />
            ) : (
              <CustomActionList actions={data.custom_actions} onEdit={setEdited} />
            )
          }
        </WhenRead>
      </Container>
      {edited && (
        <CustomActionModal
          key={edited === "new" ? "new" : edited.id}
          action={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  )
}
