import { Badge, Container } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import { AudienceTabs } from "../../parts/audience-tabs"
import type { ContactField } from "../../parts/api/contacts"
import { PageHead } from "../../parts/page-head"
import { PagedTable } from "../../parts/paged-table"
import { EmptyState, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"
import { FieldDrawer } from "./field-drawer"

/** The merchant's own fields of a contact (F16). */
export default function FieldsPage() {
  const text = useText()
  const word = useWord()
  const [edited, setEdited] = useState<ContactField | "new" | null>(null)
  const fields = useRead<{ contact_fields: ContactField[] }>("/contact-fields")
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        title={text("contacts.fields.title")}
        hint={text("contacts.fields.hint")}
        actions={
          <ActionButton needs="edit" variant="primary" onClick={() => setEdited("new")}>
            {text("contacts.fields.add")}
          </ActionButton>
        }
      />
      <AudienceTabs />
      <Container className="divide-y overflow-hidden p-0">
        <WhenRead read={fields}>
          {(data) =>
            data.contact_fields.length === 0 ? (
              <EmptyState title={text("contacts.fields.none")} hint={text("contacts.fields.noneHint")} />
            ) : (
              <PagedTable
                rows={data.contact_fields}
                keyOf={(field) => field.key}
                onRow={setEdited}
                columns={[
                  {
                    key: "label",
                    head: text("contacts.fields.label"),
                    cell: (field) => (
                      <span className="flex items-center gap-x-2">
                        <span className="text-ui-fg-base">{field.label}</span>
                        {field.is_archived && <Badge size="2xsmall">{text("contacts.fields.archived")}</Badge>}
                      </span>
                    ),
                  },
                  { key: "key", head: text("contacts.fields.key"), cell: (field) => <code>{field.key}</code> },
                  {
                    key: "type",
                    head: text("contacts.fields.type"),
                    cell: (field) => word("contacts.fields.types", field.type),
                  },
                  {
                    key: "choices",
                    head: text("contacts.fields.choices"),
                    width: "max-w-[320px] truncate",
                    cell: (field) => field.choices.join(", ") || "–",
                  },
                ]}
              />
            )
          }
        </WhenRead>
      </Container>
      {edited && <FieldDrawer field={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </div>
  )
}
