import { MedusaError } from "@medusajs/framework/utils"
import { UUID } from "../../../core/reports/uuid"
import type { Database } from "../database"
import { selectDirectDrafts, selectDirectPerson, type DirectDraftRow, type DirectPersonRow } from "../sql/direct-mails"
import type { CustomerService } from "./customers"
import type { Mailing, MailingService } from "./mailings"

/** Letters to one person (F6): drafts of the kind `direct`. How one is sent: runtime/send-direct. */
export class DirectMailService {
  constructor(
    private readonly db: Database,
    private readonly services: { mailings: MailingService; customers: CustomerService },
  ) {}

  async drafts(contactId: string): Promise<DirectDraftRow[]> {
    return UUID.test(contactId) ? this.db.query<DirectDraftRow>(selectDirectDrafts(contactId)) : []
  }

  /** The letter to this person that this user has begun, or a new one. NOT_FOUND names who is not known. */
  async begin(to: { contactId: string } | { customerId: string }, by: string | null): Promise<Mailing> {
    const contactId = "contactId" in to ? to.contactId : await this.contactOf(to.customerId)
    if (!(await this.person(contactId))) throw missing(`There is no contact "${contactId}".`)
    const begun = (await this.drafts(contactId)).find(({ created_by }) => created_by === by)
    if (begun) return this.services.mailings.get(begun.id)
    return this.services.mailings.create(
      {
        kind: "direct",
        audience: { people: [contactId] },
        document: { version: 2, kind: "text", text: "" },
        is_tracked: false,
        copies: { seeds: false, groups: [] },
      },
      by,
    )
  }

  async person(contactId: string | undefined): Promise<DirectPersonRow | null> {
    if (!contactId || !UUID.test(contactId)) return null
    const [row] = await this.db.query<DirectPersonRow>(selectDirectPerson(contactId))
    return row ?? null
  }

  private async contactOf(customerId: string): Promise<string> {
    const contact = await this.services.customers.contactOf(customerId)
    if (!contact) throw missing(`customer_id is "${customerId}": the shop has no such customer with an e-mail address.`)
    return contact.contactId
  }
}

const missing = (sentence: string) => new MedusaError(MedusaError.Types.NOT_FOUND, sentence)
