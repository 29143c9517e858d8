/**
 * What a person can say of mails in doubt, having looked into the mail server's log: the server took them, or nobody
 * knows and they go out once more. Mails of a mailing are repeated from its page, where each person is asked for anew.
 */
export const DOUBT_VERDICTS = ["arrived", "send_again"] as const
export type DoubtVerdict = (typeof DOUBT_VERDICTS)[number]

/** Mails that nobody has an answer for, of one source and kind. */
export type Doubt = {
  /** Null: mails of the shop that belong to no mailing and no automation. */
  source_id: string | null
  source_name: string | null
  type: string
  is_mailing: boolean
  count: number
  first_at: string
  last_at: string
}
