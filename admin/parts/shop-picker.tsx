import { XMarkMini } from "@medusajs/icons"
import { Badge, Checkbox, IconButton, Input, Skeleton, Text } from "@medusajs/ui"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useId, useState } from "react"
import type { MatchKind } from "./api/automations"
import { shop } from "./client"
import { useText } from "./use-text"

type Thing = { id: string; name: string; image: string | null }
type Raw = {
  id: string
  title?: string
  name?: string
  value?: string
  thumbnail?: string | null
  product?: { title?: string; thumbnail?: string | null } | null
}

export type PickerKind = MatchKind | "variant" | "sales_channel" | "region"

const SOURCES: Record<PickerKind, { path: string; list: string }> = {
  product: { path: "/products", list: "products" },
  category: { path: "/product-categories", list: "product_categories" },
  collection: { path: "/collections", list: "collections" },
  tag: { path: "/product-tags", list: "product_tags" },
  variant: { path: "/product-variants", list: "variants" },
  sales_channel: { path: "/sales-channels", list: "sales_channels" },
  region: { path: "/regions", list: "regions" },
}

/** What a search finds, or the things of these ids with their names. */
export function useThings(kind: PickerKind, query: { q?: string; id?: string[] }, enabled = true) {
  const { path, list } = SOURCES[kind]
  return useQuery({
    queryKey: ["mailroom-picker", kind, query],
    queryFn: async () => {
      const answer = await shop<Record<string, Raw[]>>(path, { ...query, limit: query.id ? query.id.length : 8 })
      return (answer[list] ?? []).map(thingFrom)
    },
    placeholderData: query.id ? undefined : keepPreviousData,
    enabled,
  })
}

function thingFrom(raw: Raw): Thing {
  const own = raw.title ?? raw.name ?? raw.value ?? raw.id
  const name = raw.product?.title ? `${raw.product.title}: ${own}` : own
  return { id: raw.id, name, image: raw.thumbnail ?? raw.product?.thumbnail ?? null }
}

type Props = { kind: PickerKind; value: string[]; onChange: (ids: string[]) => void }

/** Products, categories, collections or tags of the shop: search, tick; what is chosen stands below by name. */
export function ShopPicker({ kind, value, onChange }: Props) {
  const text = useText()
  const [q, setQ] = useState("")
  const found = useThings(kind, { q: q.trim() || undefined })
  const toggle = (id: string) => onChange(value.includes(id) ? value.filter((one) => one !== id) : [...value, id])
  return (
    <div className="flex flex-col gap-y-3">
      <Input
        type="search"
        size="small"
        value={q}
        aria-label={text("common.search")}
        placeholder={text(`picker.search.${kind}`)}
        onChange={(event) => setQ(event.target.value)}
      />
      <div className="border-ui-border-base max-h-60 overflow-y-auto rounded-lg border">
        {found.isPending && <Skeleton className="m-3 h-5 w-1/2" />}
        {found.data?.length === 0 && (
          <Text size="small" className="text-ui-fg-subtle px-4 py-3">
            {text("picker.nothing")}
          </Text>
        )}
        {found.data?.map((thing) => (
          <ThingLine
            key={thing.id}
            thing={thing}
            isChosen={value.includes(thing.id)}
            onToggle={() => toggle(thing.id)}
          />
        ))}
      </div>
      <Chosen kind={kind} ids={value} onRemove={toggle} />
    </div>
  )
}

function ThingLine({ thing, isChosen, onToggle }: { thing: Thing; isChosen: boolean; onToggle: () => void }) {
  const id = useId()
  return (
    <label htmlFor={id} className="hover:bg-ui-bg-base-hover flex cursor-pointer items-center gap-x-3 px-4 py-2">
      <Checkbox id={id} checked={isChosen} onCheckedChange={onToggle} />
      {thing.image && <img src={thing.image} alt="" className="size-7 rounded object-cover" />}
      <Text size="small" className="truncate">
        {thing.name}
      </Text>
    </label>
  )
}

function Chosen({ kind, ids, onRemove }: { kind: PickerKind; ids: string[]; onRemove: (id: string) => void }) {
  const text = useText()
  const chosen = useThings(kind, { id: ids }, ids.length > 0)
  if (ids.length === 0) return null
  const names = new Map(chosen.data?.map((thing) => [thing.id, thing.name]))
  return (
    <div className="flex flex-wrap gap-2">
      {ids.map((id) => (
        <Badge key={id} size="small" className="gap-x-1">
          {names.get(id) ?? (chosen.isPending ? "…" : text("picker.gone", { id }))}
          <IconButton
            type="button"
            size="2xsmall"
            variant="transparent"
            aria-label={text("common.removeOne", { name: names.get(id) ?? id })}
            onClick={() => onRemove(id)}
          >
            <XMarkMini />
          </IconButton>
        </Badge>
      ))}
    </div>
  )
}
