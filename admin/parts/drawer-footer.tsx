import { Button, Drawer, Text } from "@medusajs/ui"
import { useText } from "./use-text"

type Props = {
  /** The server's sentence; beside the buttons, because the field may be scrolled out of sight. */
  refusal: string | null
  isReady: boolean
  isLoading: boolean
  label?: string
  onCancel: () => void
  onSave: () => void
}

/** The end of every drawer: what was refused, cancel, save. */
export function DrawerFooter({ refusal, isReady, isLoading, label, onCancel, onSave }: Props) {
  const text = useText()
  return (
    <Drawer.Footer className="flex-col items-stretch gap-y-3">
      {refusal && (
        <Text role="alert" size="small" className="text-ui-fg-error break-words">
          {refusal}
        </Text>
      )}
      <div className="flex justify-end gap-x-2">
        <Button variant="secondary" onClick={onCancel}>
          {text("common.cancel")}
        </Button>
        <Button disabled={!isReady} isLoading={isLoading} onClick={onSave}>
          {label ?? text("common.save")}
        </Button>
      </div>
    </Drawer.Footer>
  )
}
