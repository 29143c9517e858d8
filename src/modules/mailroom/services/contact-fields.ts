import { MedusaError } from "@medusajs/framework/utils"
import {
  checkFieldValue,
  fieldProblem,
  type ContactField,
  type FieldType,
  type FieldValue,
} from "../../../core/contacts/contact-field"
import type { Database, Db } from "../database"
import {
  insertContactField,
  selectContactFields,
  selectHasFieldValue,
  updateContactField,
  type ContactFieldRow,
} from "../sql/contact-fields"

export type { ContactFieldRow }

/** The merchant's own fields of a contact: what there is, and whether a value fits. */
export class ContactFieldService {
  constructor(private readonly db: Database) {}

  /** In the owner's order, archived ones included. */
  async list(db: Db = this.db): Promise<ContactFieldRow[]> {
    return db.query<ContactFieldRow>(selectContactFields())
  }

  /** Those that are not archived. */
  async inUse(db: Db = this.db): Promise<ContactFieldRow[]> {
    return (await this.list(db)).filter(({ archived_at }) => !archived_at)
  }

  async create(input: { key: string; label: string; type: FieldType; choices?: string[] }): Promise<ContactFieldRow> {
    const field = checked({ ...input, label: input.label.trim(), choices: input.choices ?? [] })
    const [row] = await this.db.query<ContactFieldRow>(insertContactField(field))
    if (!row) throw invalid(`key is "${field.key}": there is (or was) a field of that key already. Choose another key.`)
    return row
  }

  /** Key and type stay: contacts have values of them. A choice that somebody has cannot be taken away. */
  async update(
    key: string,
    change: { label?: string; choices?: string[]; position?: number; isArchived?: boolean },
  ): Promise<ContactFieldRow> {
    const before = await this.get(key)
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const after = checked({ ...before, ...given })
    for (const choice of before.choices.filter((one) => !after.choices.includes(one)))
      await this.refuseUsed(key, choice)
    const isArchived = change.isArchived ?? before.archived_at !== null
    const [row] = await this.db.query<ContactFieldRow>(updateContactField({ ...after, isArchived }))
    return row!
  }

  /**
   * The values as they are stored; null takes one away. INVALID_DATA for an unknown or archived field, and for a value that
   * does not fit its type.
   */
  async check(values: Record<string, unknown>, db: Db = this.db): Promise<Record<string, FieldValue | null>> {
    if (Object.keys(values).length === 0) return {}
    const fields = new Map((await this.inUse(db)).map((one) => [one.key, one]))
    return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fitting(fields, key, value)]))
  }

  private async get(key: string): Promise<ContactFieldRow> {
    const field = (await this.list()).find((one) => one.key === key)
    if (!field) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no contact field "${key}".`)
    return field
  }

  private async refuseUsed(key: string, choice: string): Promise<void> {
    const [row] = await this.db.query<{ is_used: boolean }>(selectHasFieldValue(key, choice))
    if (row!.is_used)
      throw invalid(`choices: contacts have the value ${JSON.stringify(choice)} of "${key}". Change theirs first.`)
  }
}

function fitting(fields: Map<string, ContactField>, key: string, value: unknown): FieldValue | null {
  const field = fields.get(key)
  if (!field) {
    const known = [...fields.keys()].join(", ") || "none yet"
    throw invalid(`fields.${key}: there is no such contact field. Known fields: ${known}.`)
  }
  const answer = checkFieldValue(field, value)
  if (!answer.ok) throw invalid(`fields.${answer.problem}`)
  return answer.value
}

function checked<Field extends ContactField>(field: Field): Field {
  const problem = fieldProblem(field)
  if (problem) throw invalid(problem)
  return field
}

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
