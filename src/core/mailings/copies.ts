import { z } from "zod"

/**
 * Who besides the audience sees a mailing: the seed addresses of the settings (the owner's own unless others are named)
 * and groups of observers; `groups` null = all of them. One marked copy each, untracked and uncounted.
 */
export const copiesSchema = z.strictObject({
  seeds: z.boolean().default(true),
  groups: z.array(z.string().min(1).max(200)).max(50).nullable().default(null),
})
export type Copies = z.infer<typeof copiesSchema>

export const ALL_COPIES: Copies = { seeds: true, groups: null }

export type ObserverGroup = { id: string; emails: string[] }

/** The addresses that get a copy: each once, however often it is named, in the order of seeds and groups. */
export function copyAddresses(asked: { copies: Copies; seeds: string[]; groups: ObserverGroup[] }): string[] {
  const { copies, seeds, groups } = asked
  const chosen = groups.filter(({ id }) => copies.groups === null || copies.groups.includes(id))
  return unique([...(copies.seeds ? seeds : []), ...chosen.flatMap(({ emails }) => emails)])
}

/** In lower case, as mailboxes are compared everywhere. */
function unique(emails: string[]): string[] {
  const seen = new Set<string>()
  return emails.filter((email) => {
    const key = email.trim().toLowerCase()
    return key !== "" && !seen.has(key) && seen.add(key)
  })
}
