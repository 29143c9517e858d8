import { usePrompt } from "@medusajs/ui"
import { ActionButton } from "./action-button"
import type { Readiness } from "./api/readiness"
import { useChange } from "./use-mailroom"
import { useText } from "./use-text"

/** The restore guard's way out (F62): somebody says that this database is the live shop and not a copy. */
export function ConfirmLiveShop({ current }: { current?: Readiness["live_shop"]["current"] }) {
  const text = useText()
  const prompt = usePrompt()
  const confirm = useChange<void, Readiness>("/readiness/confirm-live-shop", { done: text("liveShop.done") })

  async function ask() {
    const isSure = await prompt({
      title: text("liveShop.title"),
      description: text("liveShop.description", { url: current?.base_url ?? window.location.origin }),
      confirmText: text("liveShop.confirm"),
      cancelText: text("common.cancel"),
      variant: "confirmation",
    })
    if (isSure) confirm.mutate()
  }

  return (
    <ActionButton needs="send" isLoading={confirm.isPending} onClick={() => void ask()}>
      {text("liveShop.button")}
    </ActionButton>
  )
}
