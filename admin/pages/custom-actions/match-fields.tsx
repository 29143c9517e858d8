import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { Supplier } from "../../parts/api/actions"
import type { CustomActionInput, MatchKind } from "../../parts/api/automations"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { ShopPicker } from "../../parts/shop-picker"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { SomeOf } from "../segments/form-parts"

type Match = CustomActionInput["match"]
const KINDS: (MatchKind | "supplier")[] = ["product", "category", "collection", "tag", "supplier"]
const ALL = "all"

type Props = { match: Match; mayBeAll: boolean; onChange: (match: Match) => void }

/** Which lines of the order it is about. */
export function MatchFields({ match, mayBeAll, onChange }: Props) {
  const text = useText()
  const kinds = mayBeAll ? [ALL, ...KINDS] : KINDS
  return (
    <>
      <Field label={text("actions.matchKind")}>
        {(id) => (
          <Choice
            id={id}
            value={match?.kind ?? ALL}
            onChange={(kind) => onChange(kind === ALL ? null : { kind: kind as MatchKind, ids: [] })}
            options={kinds.map((value) => ({ value, label: text(`actions.kind.${value as MatchKind}`) }))}
          />
        )}
      </Field>
      {match?.kind === "supplier" && <SupplierPicks ids={match.ids} onChange={(ids) => onChange({ ...match, ids })} />}
      {match && match.kind !== "supplier" && (
        <ShopPicker kind={match.kind} value={match.ids} onChange={(ids) => onChange({ ...match, ids })} />
      )}
    </>
  )
}

function SupplierPicks({ ids, onChange }: { ids: string[]; onChange: (ids: string[]) => void }) {
  const text = useText()
  const { data } = useRead<{ suppliers: Supplier[] }>("/suppliers")
  const suppliers = data?.suppliers ?? []
  if (data && suppliers.length === 0)
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {text("suppliers.empty")}.{" "}
        <Link className="text-ui-fg-interactive" to="/mailroom/suppliers">
          {text("suppliers.add")}
        </Link>
      </Text>
    )
  return (
    <SomeOf
      label={text("suppliers.title")}
      value={ids}
      values={suppliers.map(({ id }) => id)}
      textOf={(id) => suppliers.find((one) => one.id === id)?.name ?? id}
      onChange={onChange}
    />
  )
}
