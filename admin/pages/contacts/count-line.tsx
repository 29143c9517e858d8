import { Button, Text } from "@medusajs/ui"
import { MOST_PICKED_EVER } from "../../../src/core/mailings/audience"
import { ActionButton } from "../../parts/action-button"
import type { ContactCount, ContactFilter } from "../../parts/api/contacts"
import { useFormat, type Format } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText, type Text as Words } from "../../parts/use-text"

type Props = {
  filter: ContactFilter
  chosen: number
  onChosen: () => void
  isWriting: boolean
  onWrite: () => void
  /** To all of the filter. */
  onWriteAll: () => void
  onAll: () => void
  onNone: () => void
}

/** How many fit, and what can be done with them or with the ticked ones. */
export function CountLine({ filter, chosen, isWriting, onChosen, onWrite, onWriteAll, onAll, onNone }: Props) {
  const text = useText()
  const format = useFormat()
  const { data } = useRead<ContactCount>("/contacts/count", { query: { ...filter } })
  return (
    <div className="flex min-h-[52px] flex-wrap items-center justify-between gap-2 px-6 py-2">
      <Text size="small" className="text-ui-fg-subtle" aria-live="polite">
        {chosen > 0
          ? text("contacts.chosen", { count: chosen, n: format.number(chosen) })
          : data && sizeOf(data, text, format)}
      </Text>
      <div className="flex gap-x-2">
        {chosen > 0 ? (
          <>
            <Button size="small" variant="transparent" onClick={onNone}>
              {text("contacts.chooseNone")}
            </Button>
            <ActionButton needs="edit" isLoading={isWriting} onClick={onWrite}>
              {text("newsletters.audience.writeTo")}
            </ActionButton>
            <ActionButton needs="edit" onClick={onChosen}>
              {text("contacts.doWithChosen")}
            </ActionButton>
          </>
        ) : (
          data &&
          data.count > 0 && (
            <>
              {Object.keys(filter).length > 0 && (
                <ActionButton
                  needs="edit"
                  isLoading={isWriting}
                  whyDisabled={
                    data.is_more || data.count > MOST_PICKED_EVER ? text("newsletters.audience.tooManyToWrite") : null
                  }
                  onClick={onWriteAll}
                >
                  {text("newsletters.audience.writeToAll")}
                </ActionButton>
              )}
              <ActionButton needs="edit" onClick={onAll}>
                {text("contacts.doWithAll")}
              </ActionButton>
            </>
          )
        )}
      </div>
    </div>
  )
}

function sizeOf({ count, is_more: isMore, estimate }: ContactCount, text: Words, format: Format): string {
  if (!isMore) return text("contacts.count", { count, n: format.number(count) })
  if (estimate !== null) return text("contacts.about", { n: format.number(estimate) })
  return text("contacts.moreThan", { n: format.number(count) })
}
