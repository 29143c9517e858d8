import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { Supplier } from "../../parts/api/actions"
import { Choice } from "../../parts/choice"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useRights } from "../../parts/use-rights"
import { useText } from "../../parts/use-text"

/** Radix knows no empty value. */
const NOBODY = "nobody"

/** On the product's page: who delivers it (F65). */
export function ProductSupplierCard({ productId }: { productId: string }) {
  const text = useText()
  const rights = useRights()
  const mine = useRead<{ supplier: Supplier | null }>(`/products/${productId}/supplier`)
  const all = useRead<{ suppliers: Supplier[] }>("/suppliers")
  const change = useChange<{ supplier_id: string | null }>(`/products/${productId}/supplier`, {
    done: text("common.saved"),
  })
  return (
    <Section title={text("suppliers.card")} hint={text("suppliers.cardHint")}>
      <WhenRead read={mine}>
        {({ supplier }) => (
          <div className="flex flex-col gap-y-2 px-6 py-4">
            <Choice
              label={text("suppliers.card")}
              value={supplier?.id ?? NOBODY}
              disabled={!rights.edit || change.isPending || !all.data}
              onChange={(id) => change.mutate({ supplier_id: id === NOBODY ? null : id })}
              options={[
                { value: NOBODY, label: text("suppliers.none") },
                ...(all.data?.suppliers ?? (supplier ? [supplier] : [])).map(({ id, name }) => ({
                  value: id,
                  label: name,
                })),
              ]}
            />
            {supplier && (
              <Text size="small" className="text-ui-fg-subtle">
                <Link to={`/mailroom/suppliers/${supplier.id}`} className="text-ui-fg-interactive">
                  {supplier.emails.join(", ")}
                </Link>
              </Text>
            )}
          </div>
        )}
      </WhenRead>
    </Section>
  )
}
