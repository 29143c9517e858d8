import { Text } from "@medusajs/ui"
import type { Profile } from "../../parts/api/contacts"
import { PagedTable } from "../../parts/paged-table"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"

/** What the person bought, per currency: sums of different currencies say nothing. */
export function PurchasesCard({ purchases }: { purchases: Profile["purchases"] }) {
  const text = useText()
  const format = useFormat()
  return (
    <Section title={text("contacts.purchases")} hint={text("contacts.purchasesHint")}>
      {purchases.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {text("contacts.noPurchases")}
        </Text>
      ) : (
        <PagedTable
          rows={purchases}
          keyOf={({ currency }) => currency}
          columns={[
            { key: "orders", head: text("contacts.orders"), cell: (one) => format.number(one.order_count) },
            {
              key: "spend",
              head: text("contacts.netSpend"),
              align: "right",
              cell: (one) => format.money(Number(one.net_spend), one.currency),
            },
            {
              key: "average",
              head: text("contacts.average"),
              align: "right",
              cell: (one) => format.money(Number(one.net_spend) / one.order_count, one.currency),
            },
            { key: "first", head: text("contacts.firstOrder"), cell: (one) => format.dateTime(one.first_order_at) },
            { key: "last", head: text("contacts.lastOrder"), cell: (one) => format.dateTime(one.last_order_at) },
          ]}
        />
      )}
    </Section>
  )
}
