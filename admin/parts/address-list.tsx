import { XMarkMini } from "@medusajs/icons"
import { Badge, Button, Hint, IconButton, Input } from "@medusajs/ui"
import { useState, type KeyboardEvent } from "react"
import { useText } from "./use-text"

const ONE_ADDRESS = /^[^\s<>@,;]+@[^\s<>@,;]+$/u

type Props = { id?: string; value: string[]; max?: number; onChange: (addresses: string[]) => void }

/** Several addresses, one at a time; what is not an address is said at once. */
export function AddressList({ id, value, max = 10, onChange }: Props) {
  const text = useText()
  const [typed, setTyped] = useState("")
  const [problem, setProblem] = useState<string | null>(null)

  function add() {
    const address = typed.trim()
    if (!address) return
    if (!ONE_ADDRESS.test(address)) return setProblem(text("common.notAnAddress", { address }))
    if (value.length >= max) return setProblem(text("common.tooManyAddresses", { max }))
    if (!value.includes(address)) onChange([...value, address])
    setTyped("")
    setProblem(null)
  }

  function onKey(event: KeyboardEvent) {
    if (event.key !== "Enter" && event.key !== ",") return
    event.preventDefault()
    add()
  }

  return (
    <div className="flex flex-col gap-y-2">
      <div className="flex gap-x-2">
        <div className="flex-1">
          <Input
            id={id}
            type="email"
            value={typed}
            placeholder={text("common.addressPlaceholder")}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={onKey}
            onBlur={add}
          />
        </div>
        <Button type="button" size="small" variant="secondary" onClick={add}>
          {text("common.add")}
        </Button>
      </div>
      {problem && <Hint variant="error">{problem}</Hint>}
      {value.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {value.map((address) => (
            <Badge key={address} size="small" className="gap-x-1">
              {address}
              <IconButton
                type="button"
                size="2xsmall"
                variant="transparent"
                aria-label={text("common.removeOne", { name: address })}
                onClick={() => onChange(value.filter((one) => one !== address))}
              >
                <XMarkMini />
              </IconButton>
            </Badge>
          ))}
        </div>
      )}
    </div>
  )
}
