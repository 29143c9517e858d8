import { useNavigate } from "react-router-dom"
import { ActionButton } from "./action-button"
import type { Mailing } from "./api/mailings"
import { useChange } from "./use-mailroom"
import { useText } from "./use-text"

type Props = { to: { customerId: string } | { contactId: string }; label: string; whyDisabled?: string | null }

/** Begins a letter to this person, or goes on with the one that this user has begun. */
export function WriteLetter({ to, label, whyDisabled }: Props) {
  const navigate = useNavigate()
  const path = "customerId" in to ? `/customers/${to.customerId}/direct-mail` : `/contacts/${to.contactId}/direct-mails`
  const begin = useChange<void, { mailing: Mailing }>(path, {
    onDone: ({ mailing }) => navigate(`/mailroom/newsletters/${mailing.id}`),
  })
  return (
    <ActionButton needs="edit" whyDisabled={whyDisabled} isLoading={begin.isPending} onClick={() => begin.mutate()}>
      {label}
    </ActionButton>
  )
}

/** Why nobody can be written to: there is no address. */
export function useNoAddress(contact: { email: string | null } | null | undefined): string | null {
  const text = useText()
  return contact && !contact.email ? text("composer.direct.noAddress") : null
}
