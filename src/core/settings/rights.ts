/** What an admin user may do (F25). */
export const RIGHTS = ["see", "edit", "send", "mail_out"] as const
export type Right = (typeof RIGHTS)[number]
export type Rights = Record<Right, boolean>

export const ALL_RIGHTS: Rights = { see: true, edit: true, send: true, mail_out: true }
export const SEE_ONLY: Rights = { see: true, edit: false, send: false, mail_out: false }

/**
 * As long as nobody's rights were ever set, everybody who may open the admin has all of them: a shop of one person must
 * not configure rights first. From then on a user without an entry may look and nothing else.
 */
export function rightsOf(entry: Rights | null, anybodySet: boolean): Rights {
  if (entry) return entry
  return anybodySet ? SEE_ONLY : ALL_RIGHTS
}

/** Null when the change is allowed, else the sentence that refuses it. */
export function refuseRightsChange({
  giver,
  before,
  after,
  othersWithEdit,
}: {
  giver: Rights
  before: Rights
  after: Rights
  /** How many other users have `edit` by an entry of their own. */
  othersWithEdit: number
}): string | null {
  const beyond = RIGHTS.find((right) => after[right] && !before[right] && !giver[right])
  if (beyond) return `You do not have the right "${beyond}" yourself, so you cannot give it.`
  if (before.edit && !after.edit && othersWithEdit === 0)
    return `This is the last user with the right "edit": give it to somebody else first.`
  return null
}
