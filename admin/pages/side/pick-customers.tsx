import { Button, Checkbox, Input, Text, toast } from "@medusajs/ui"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useNavigate, useSearchParams } from "react-router-dom"
import { MOST_PICKED_EVER } from "../../../src/core/mailings/audience"
import { shop, type Query } from "../../parts/client"
import { FormDrawer } from "../../parts/form-drawer"
import { LoadingRows, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { useSettled } from "../segments/preview-card"
import { customerQuery } from "./customer-query"

type Customer = { id: string; email: string | null; first_name: string | null; last_name: string | null }
type Found = { customers: Customer[]; count: number }
type Begun = { mailing: { id: string }; left_out: number }

const PAGE = 25

/** People ticked in Medusa's customer list, as it is filtered, for one serial mail (F7). */
export function PickCustomers({ onClose }: { onClose: () => void }) {
  const text = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const list = useCustomers()
  const [chosen, setChosen] = useState<string[]>([])
  const [refusal, setRefusal] = useState<string | null>(null)
  const begin = useChange<{ customer_ids: string[] }, Begun>("/customers/serial-mail", {
    onDone: ({ mailing, left_out: count }) => {
      if (count > 0) toast.info(text("contacts.customers.leftOut", { count, n: format.number(count) }))
      navigate(`/mailroom/newsletters/${mailing.id}`)
    },
    onRefused: setRefusal,
  })
  const toggle = (id: string) => setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]))
  return (
    <FormDrawer
      title={text("contacts.customers.title")}
      description={text("contacts.customers.hint")}
      refusal={refusal}
      isReady={chosen.length > 0}
      isLoading={begin.isPending}
      label={text("contacts.customers.button", { count: chosen.length, n: format.number(chosen.length) })}
      aside={chosen.length > 0 && <ChooseNone onClick={() => setChosen([])} />}
      onSave={() => begin.mutate({ customer_ids: chosen })}
      onClose={onClose}
    >
      <Input
        type="search"
        size="small"
        value={list.typed}
        aria-label={text("contacts.customers.search")}
        placeholder={text("contacts.customers.search")}
        onChange={(event) => list.type(event.target.value)}
      />
      <WhenRead read={list.read} loading={<LoadingRows rows={5} />}>
        {({ customers, count }) => (
          <>
            {customers.length > 0 && <ChooseAll count={count} idsOf={list.allIds} onChosen={setChosen} />}
            <Customers customers={customers} chosen={chosen} onToggle={toggle} />
            {customers.length < count && (
              <Button
                size="small"
                variant="secondary"
                className="shrink-0"
                isLoading={list.read.isFetching}
                onClick={list.more}
              >
                {text("contacts.customers.more")}
              </Button>
            )}
          </>
        )}
      </WhenRead>
    </FormDrawer>
  )
}

/** Medusa's own list with the filters of the page below, and a search of its own. */
function useCustomers() {
  const [search] = useSearchParams()
  const [typed, setTyped] = useState(search.get("q") ?? "")
  const [limit, setLimit] = useState(PAGE)
  const query: Query = { ...customerQuery(search), q: useSettled(typed.trim()) }
  const ask = (limit: number, fields: string) => shop<Found>("/customers", { ...query, limit, fields })
  const read = useQuery({
    queryKey: ["mailroom-customers", query, limit],
    queryFn: () => ask(limit, "id,email,first_name,last_name"),
    placeholderData: keepPreviousData,
    retry: 1,
  })
  return {
    read,
    typed,
    type: setTyped,
    more: () => setLimit(limit + PAGE),
    allIds: async () => (await ask(MOST_PICKED_EVER, "id")).customers.map(({ id }) => id),
  }
}

function ChooseNone({ onClick }: { onClick: () => void }) {
  const text = useText()
  return (
    <Button size="small" variant="transparent" onClick={onClick}>
      {text("contacts.customers.none")}
    </Button>
  )
}

type AllProps = { count: number; idsOf: () => Promise<string[]>; onChosen: (ids: string[]) => void }

function ChooseAll({ count, idsOf, onChosen }: AllProps) {
  const text = useText()
  const format = useFormat()
  const [isReading, setReading] = useState(false)
  if (count > MOST_PICKED_EVER)
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {text("newsletters.audience.tooManyToWrite")}
      </Text>
    )
  const choose = async () => {
    setReading(true)
    await idsOf()
      .then(onChosen, () => toast.error(text("common.notDone"), { description: text("common.somethingWentWrong") }))
      .finally(() => setReading(false))
  }
  return (
    <Button
      size="small"
      variant="secondary"
      className="shrink-0 self-start"
      isLoading={isReading}
      onClick={() => void choose()}
    >
      {text("contacts.customers.all", { n: format.number(count) })}
    </Button>
  )
}

type CustomersProps = { customers: Customer[]; chosen: string[]; onToggle: (id: string) => void }

function Customers({ customers, chosen, onToggle }: CustomersProps) {
  const text = useText()
  if (customers.length === 0)
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {text("contacts.customers.nobody")}
      </Text>
    )
  return (
    <ul className="border-ui-border-base divide-y rounded-lg border">
      {customers.map(({ id, email, first_name: first, last_name: last }) => (
        <li key={id}>
          <label className="hover:bg-ui-bg-base-hover flex cursor-pointer items-center gap-x-3 px-4 py-2">
            <Checkbox checked={chosen.includes(id)} disabled={!email} onCheckedChange={() => onToggle(id)} />
            <span className="min-w-0">
              <Text size="small" className="truncate">
                {[first, last].filter(Boolean).join(" ") || email || id}
              </Text>
              <Text size="xsmall" className="text-ui-fg-subtle truncate">
                {email ?? text("contacts.customers.noAddress")}
              </Text>
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}
