import { Button, Drawer, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { ActionButton } from "./action-button"
import { useText } from "./use-text"

type Props = {
  title: string
  description?: ReactNode
  children: ReactNode
  /** The server's sentence; beside the buttons, because the field may be scrolled out of sight. */
  refusal: string | null
  isReady: boolean
  isLoading: boolean
  /** What the button says; default: save. */
  label?: string
  variant?: "primary" | "danger"
  /** What else can be done, on the other side of the buttons. */
  aside?: ReactNode
  onSave: () => void
  onClose: () => void
}

/** A form in a drawer: its fields, what was refused, cancel, save. */
export function FormDrawer({ title, description, children, aside, onClose, ...footer }: Props) {
  return (
    <Drawer open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{title}</Drawer.Title>
          {description && <Drawer.Description>{description}</Drawer.Description>}
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-5 overflow-y-auto">{children}</Drawer.Body>
        <Footer {...footer} aside={aside} onClose={onClose} />
      </Drawer.Content>
    </Drawer>
  )
}

type FooterProps = Omit<Props, "title" | "description" | "children">

function Footer({ refusal, isReady, isLoading, label, variant = "primary", aside, onSave, onClose }: FooterProps) {
  const text = useText()
  return (
    <Drawer.Footer className="flex-col items-stretch gap-y-3 sm:flex-col sm:space-x-0">
      {refusal && (
        <Text role="alert" size="small" className="text-ui-fg-error break-words">
          {refusal}
        </Text>
      )}
      <div className="flex items-center justify-end gap-x-2">
        {aside && <div className="mr-auto">{aside}</div>}
        <Button size="small" variant="secondary" onClick={onClose}>
          {text("common.cancel")}
        </Button>
        <ActionButton needs="edit" variant={variant} disabled={!isReady} isLoading={isLoading} onClick={onSave}>
          {label ?? text("common.save")}
        </ActionButton>
      </div>
    </Drawer.Footer>
  )
}
