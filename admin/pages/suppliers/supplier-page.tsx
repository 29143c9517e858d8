import { usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate, useParams } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { Supplier } from "../../parts/api/actions"
import { PageHead } from "../../parts/page-head"
import { Row, Section } from "../../parts/section"
import { LoadingPage, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { useWindowSaid } from "../../parts/use-window"
import { SupplierDrawer } from "./supplier-drawer"
import { SupplierProducts } from "./supplier-products"

export default function SupplierPage() {
  const { id } = useParams()
  const read = useRead<{ supplier: Supplier }>(`/suppliers/${id}`)
  return (
    <WhenRead read={read} loading={<LoadingPage />}>
      {({ supplier }) => <Page supplier={supplier} />}
    </WhenRead>
  )
}

function Page({ supplier }: { supplier: Supplier }) {
  const text = useText()
  const [isEdited, setEdited] = useState(false)
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        title={supplier.name}
        back={{ to: "/mailroom/suppliers", label: text("suppliers.back") }}
        actions={
          <>
            <RemoveButton supplier={supplier} />
            <ActionButton needs="edit" onClick={() => setEdited(true)}>
              {text("common.edit")}
            </ActionButton>
          </>
        }
      />
      <Facts supplier={supplier} />
      <SupplierProducts supplier={supplier} />
      {isEdited && <SupplierDrawer supplier={supplier} onClose={() => setEdited(false)} />}
    </div>
  )
}

function Facts({ supplier }: { supplier: Supplier }) {
  const text = useText()
  const format = useFormat()
  const windowSaid = useWindowSaid()
  const hours = supplier.hours ? windowSaid(supplier.hours) : text("suppliers.anyTime")
  return (
    <Section title={text("suppliers.card")}>
      <Row label={text("suppliers.emails")}>{supplier.emails.join(", ")}</Row>
      {supplier.cc.length > 0 && <Row label={text("suppliers.cc")}>{supplier.cc.join(", ")}</Row>}
      <Row label={text("suppliers.language")}>
        {supplier.locale ? format.language(supplier.locale) : text("suppliers.storeLanguage")}
      </Row>
      <Row label={text("suppliers.hours")}>{[hours, supplier.time_zone].filter(Boolean).join(" · ")}</Row>
      {supplier.note && (
        <Row label={text("suppliers.note")}>
          <span className="whitespace-pre-line">{supplier.note}</span>
        </Row>
      )}
    </Section>
  )
}

function RemoveButton({ supplier }: { supplier: Supplier }) {
  const text = useText()
  const prompt = usePrompt()
  const navigate = useNavigate()
  const remove = useChange<void>(`/suppliers/${supplier.id}`, {
    method: "DELETE",
    done: text("suppliers.removed"),
    onDone: () => navigate("/mailroom/suppliers"),
  })
  async function ask() {
    const isSure = await prompt({
      title: text("suppliers.removeTitle", { name: supplier.name }),
      description: text("suppliers.removeDescription"),
      confirmText: text("common.delete"),
      cancelText: text("common.cancel"),
    })
    if (isSure) remove.mutate()
  }
  return (
    <ActionButton needs="edit" variant="transparent" isLoading={remove.isPending} onClick={() => void ask()}>
      {text("suppliers.remove")}
    </ActionButton>
  )
}
