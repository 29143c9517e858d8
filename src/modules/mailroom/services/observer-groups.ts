import { randomBytes } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { addressProblemText, normaliseAddress } from "../../../core/contacts/normalise-address"
import type { Database } from "../database"
import {
  deleteObserverGroup,
  insertObserverGroup,
  selectObserverGroups,
  updateObserverGroup,
  type ObserverGroupRow,
} from "../sql/observer-groups"

const MOST_OBSERVERS = 100

/** Named lists of people who get one marked copy of each mailing (F33). */
export class ObserverGroupService {
  constructor(private readonly db: Database) {}

  async list(): Promise<ObserverGroupRow[]> {
    return this.db.query<ObserverGroupRow>(selectObserverGroups())
  }

  /** INVALID_DATA names the address that is none, or the name that is taken. */
  async create(input: { name: string; emails: string[] }): Promise<ObserverGroupRow> {
    const { name, emails } = checked(input)
    const id = `mobs_${randomBytes(12).toString("hex")}`
    const [row] = await this.db.query<ObserverGroupRow>(insertObserverGroup(id, name, emails))
    if (!row) throw taken(name)
    return row
  }

  async update(id: string, input: { name: string; emails: string[] }): Promise<ObserverGroupRow> {
    const { name, emails } = checked(input)
    const [row] = await this.db.query<ObserverGroupRow>(updateObserverGroup(id, name, emails))
    if (row) return row
    if ((await this.list()).some((one) => one.id === id)) throw taken(name)
    throw missing(id)
  }

  async remove(id: string): Promise<void> {
    if ((await this.db.query(deleteObserverGroup(id))).length === 0) throw missing(id)
  }
}

function checked(input: { name: string; emails: string[] }): { name: string; emails: string[] } {
  const name = input.name.trim()
  if (!name) throw invalid(`"name" is empty: give the group a name, for example Management.`)
  const emails = input.emails.map((given) => {
    const address = normaliseAddress(given)
    if (!address.ok) throw invalid(addressProblemText(given, address.problem))
    return address.email
  })
  if (emails.length === 0) throw invalid(`"emails" is empty: name at least one address.`)
  if (emails.length > MOST_OBSERVERS)
    throw invalid(
      `"emails" has ${emails.length} addresses; ${MOST_OBSERVERS} is the most. Make it a segment or a list.`,
    )
  return { name, emails: [...new Set(emails)] }
}

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
const taken = (name: string) => invalid(`There is a group "${name}" already: choose another name.`)
const missing = (id: string) => new MedusaError(MedusaError.Types.NOT_FOUND, `There is no observer group "${id}".`)
