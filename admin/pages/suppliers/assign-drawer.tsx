import { useState } from "react"
import type { MatchKind } from "../../parts/api/automations"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { FormDrawer } from "../../parts/form-drawer"
import { ShopPicker } from "../../parts/shop-picker"
import { useChange } from "../../parts/use-mailroom"
import { useText, type Text } from "../../parts/use-text"

const KINDS: MatchKind[] = ["product", "category", "collection", "tag"]
type Counts = { chosen: number; assigned: number; moved: number }

/** Many products at once: by name, or all that stand somewhere now. */
export function AssignDrawer({ supplierId, onClose }: { supplierId: string; onClose: () => void }) {
  const text = useText()
  const [by, setBy] = useState<MatchKind>("product")
  const [ids, setIds] = useState<string[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const assign = useChange<{ by: MatchKind; ids: string[] }, Counts>(`/suppliers/${supplierId}/products`, {
    done: (counts) => sentenceOf(counts, text),
    onDone: onClose,
    onRefused: setProblem,
  })
  return (
    <FormDrawer
      title={text("suppliers.assign")}
      description={text("suppliers.assignHint")}
      refusal={problem}
      isReady={ids.length > 0}
      isLoading={assign.isPending}
      label={text("suppliers.assign")}
      onSave={() => assign.mutate({ by, ids })}
      onClose={onClose}
    >
      <Field label={text("actions.matchKind")}>
        {(id) => (
          <Choice
            id={id}
            value={by}
            onChange={(kind) => {
              setBy(kind as MatchKind)
              setIds([])
            }}
            options={KINDS.map((value) => ({ value, label: text(`actions.kind.${value}`) }))}
          />
        )}
      </Field>
      <ShopPicker kind={by} value={ids} onChange={setIds} />
    </FormDrawer>
  )
}

function sentenceOf({ assigned, moved }: Counts, text: Text): string {
  if (assigned === 0) return text("suppliers.assignedNone")
  if (moved > 0) return text("suppliers.assignedMoved", { assigned, moved })
  return text("suppliers.assigned", { count: assigned })
}
