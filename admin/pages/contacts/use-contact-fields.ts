import type { ContactField } from "../../parts/api/contacts"
import { useRead } from "../../parts/use-mailroom"

/** The merchant's own fields that are in use, in the owner's order. */
export function useContactFields(): ContactField[] {
  const { data } = useRead<{ contact_fields: ContactField[] }>("/contact-fields")
  return (data?.contact_fields ?? []).filter((field) => !field.is_archived)
}
